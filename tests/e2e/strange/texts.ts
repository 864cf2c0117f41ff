/** One word that is wider than a phone. */
export const LONG_WORD =
  'donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft'
    .repeat(2)
    .slice(0, 120);

/** A path of many folders. */
export const LONG_PATH = `services/${'payments/settlement/reconciliation/'.repeat(4)}LedgerEntryProcessorFactory.ts`;

/** An address with nothing to break it at. */
export const LONG_URL = `https://example.org/${'a1b2c3d4e5'.repeat(10)}?token=${'f6'.repeat(20)}`;

/** Scripts that put no spaces between words: a title or a sentence, and words in it as a reader looks for them. */
export const SCRIPTS = {
  japanese: {
    title: '新幹線の予約システム',
    text: '予約はRedisサーバーに置き、幹線の障害に備える。',
    words: ['幹線', '予約システム', 'サーバー', '障害', 'Redisサーバー'],
  },
  chinese: {
    text: '本节的测试文本说明为什么会话存放在缓存里。',
    words: ['测试文本', '会话', '缓存'],
  },
  korean: {
    text: '주문데이터베이스를 두 서버가 함께 사용한다.',
    words: ['데이터베이스', '주문', '서버'],
  },
  thai: { text: 'เก็บเซสชันไว้ในฐานข้อมูลคำสั่งซื้อ', words: ['ฐานข้อมูล', 'คำสั่งซื้อ'] },
  khmer: { text: 'ទិន្នន័យត្រូវបានរក្សាទុក', words: ['រក្សាទុក'] },
} as const;
