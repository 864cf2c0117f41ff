import { type Corpus, type DocketRecord, shortTitle, shownName } from 'docket/records';
import type { SiteModel } from '../../site/model.ts';
import { recordSlug } from '../../views/urls.ts';
import type { CardFile } from './write-cards.ts';

/** Records that get an image of their own where nothing else is decided; the pages of a larger log share one. */
export const SOCIAL_LIMIT = 300;

const SITE_CARD = 'social/site.png';

/** The image of a page, relative to the folder of the site: its record's, or the one of the site. */
export function cardPath(corpus: Corpus, limit: number, record: DocketRecord | undefined): string {
  return record && corpus.records.length <= limit ? `social/${recordSlug(record)}.png` : SITE_CARD;
}

/** Every image of the site. */
export function cardsOf({
  corpus,
  settings: { socialLimit: limit },
  name,
  description,
  t,
}: Pick<SiteModel, 'corpus' | 'settings' | 'name' | 'description' | 't'>): CardFile[] {
  const site: CardFile = {
    file: SITE_CARD,
    card: {
      site: name,
      label: undefined,
      status: undefined,
      title: t('docket.site.card'),
      description,
    },
  };
  if (corpus.records.length > limit) return [site];
  return [
    site,
    ...corpus.records.map((record) => ({
      file: cardPath(corpus, limit, record),
      card: {
        site: name,
        label: shownName(record),
        status: record.kind === 'adr' ? record.fields.status.value : undefined,
        title: shortTitle(record),
        description: record.fields.description.value,
      },
    })),
  ];
}
