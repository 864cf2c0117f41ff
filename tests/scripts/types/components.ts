/** Components with faults of every kind, and some with none, by their paths. */
export const COMPONENTS: Readonly<Record<string, string>> = {
  'src/Child.astro': `---
interface Props {
  count: number;
  label?: string;
}
const { count, label } = Astro.props;
---

<p title={label}>{count}</p>
`,
  'src/wrong-properties.astro': `---
import Child from './Child.astro';
---

<div>
  <Child count="three" />
  <Child />
  <span>🎉🎉</span> <Child count={1} colour="red" />
</div>
`,
  'src/frontmatter.astro': `---
import { nothing, total } from './model.ts';
import Missing from './Missing.astro';

const unused = 1;
const text: string = total;
const address = Astro.nowhere;
\tconst tabbed: string = total;
---

<Missing />
<p>{text} {address.length}</p>
`,
  'src/template.astro': `---
const list = [{ name: 'a' }];
---

<ul>
  {
    list.map((item) => (
      <li class={item.nome}>{item.name.toFixed(2)}</li>
    ))
  }
  {unknown}
  {list[0].name}
</ul>
`,
  'src/scripts.astro': `<p id="a">Text</p>
<script>
  const found: string = document.querySelector('p');
  console.log(found);
</script>
<script is:inline>
  const inline = document.getElementById('a').hidden;
</script>
<button onclick="missing.call()">Go</button>
`,
  'src/starlight.astro': `---
import StarlightPage from '@astrojs/starlight/components/StarlightPage.astro';
---

<StarlightPage frontmatter={3}><p>Text</p></StarlightPage>
<StarlightPage frontmatter={{ title: 'A' }}><p>Text</p></StarlightPage>
`,
  'src/pages/[page].astro': `---
import type { GetStaticPaths } from 'astro';

export const getStaticPaths = (() => [
  { params: { page: 'one' }, props: { size: 1 } },
]) satisfies GetStaticPaths;

interface Props {
  size: number;
}
const { size } = Astro.props;
const wide: string = size;
---

<p>{wide}</p>
`,
  'src/allowed.astro': `---
if (Astro.url.pathname === '/') return Astro.redirect('/log/');
---

<p class="a" class="b">Text</p>
`,
  'src/clean.astro': `---
import Child from './Child.astro';
import { total } from './model.ts';
---

<Child count={total} label="All" />
<style>
  p {
    color: red;
  }
</style>
`,
  'src/model.ts': `export const total = 3;
`,
};

/** A component that cannot be read as one. */
export const BROKEN = `---
const a = 1;
---

<p>{a</p>
`;
