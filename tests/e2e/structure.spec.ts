import { expect, test } from 'playwright/test';
import { PAGES } from './pages.ts';

/*
 * What each type of page of these records is made of, as a screen reader tells it. What pages look like is held with
 * records that never change (looks/).
 */

test('the home page', async ({ page }) => {
  await page.goto(PAGES.home);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner:
      - link "Docket, home"
      - navigation "Main":
        - link "Decisions"
      - button "Search"
    - main:
      - heading "Docket" [level=1]
      - search:
        - searchbox "Find a decision"
        - button "Search the log"
      - region "In force, by topic":
        - heading "In force, by topic" [level=2]
      - region "Latest decisions":
        - heading "Latest decisions" [level=2]
  `);
});

test('the decision log', async ({ page }) => {
  await page.goto(PAGES.log);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Decision log" [level=1]
    - search "Filter the log":
      - searchbox "Filter by words"
      - group "Status":
        - checkbox /Accepted \\d+/
        - checkbox /Superseded \\d+/
      - combobox "Log"
      - combobox "Tag"
      - combobox "Decision maker"
      - combobox "Year"
      - combobox "Group"
    - status: /\\d+ decisions/
    - link "The whole log as one document"
    - table "Decisions, the latest number first":
      - rowgroup:
        - row:
          - columnheader "No."
          - columnheader "Decision"
          - columnheader "Status"
          - columnheader "Date"
          - columnheader "Tags"
          - columnheader "Spec"
          - columnheader "Provenance"
      - rowgroup:
        - row /ADR-018 .* Accepted 5 March 2026 .* Spec 0000 Provenance 0000/:
          - cell "ADR-018 Platform"
          - cell /Secret Management/:
            - link /Secret Management/
            - paragraph
          - cell "Accepted"
          - cell "5 March 2026"
  `);
});

test('a decision', async ({ page }) => {
  await page.goto(PAGES.decision);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph:
      - text: Platform Accepted
      - time: 5 March 2026
    - 'heading /^ADR-018: Secret Management/ [level=1]'
    - term: Decided by
    - term: Prompted by
    - term: Tags
    - text: /\\d+ minutes to read/
    - button "Copy link"
    - group: /Compare 4 options/
    - heading "Context" [level=2]
    - heading "Decision Drivers" [level=2]
    - heading "Options Considered" [level=2]
    - heading "Decision" [level=2]
    - heading "Consequences" [level=2]
    - heading "Agent Decisions" [level=2]
    - heading "References" [level=2]
    - region "Trace"
    - navigation "Neighbouring records"
  `);
});

test('a superseded decision', async ({ page }) => {
  await page.goto(PAGES.superseded);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - 'complementary "Status of ADR-007: Superseded"':
      - paragraph:
        - strong: This decision no longer stands.
      - paragraph:
        - link /^ADR-017 Managed/
    - paragraph:
      - text: Platform Superseded
    - 'heading /^ADR-007:/ [level=1]'
  `);
});

test('a specification', async ({ page }) => {
  await page.goto(PAGES.spec);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - paragraph:
      - text: Accepted
    - 'heading /^Spec 0000:/ [level=1]'
    - 'region "Validation: steps and results"'
    - navigation "Site"
  `);
});

test('a provenance record', async ({ page }) => {
  await page.goto(PAGES.provenance);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - 'heading /^Provenance:/ [level=1]'
    - term: Specification
    - term: Executed
    - heading "Actions Taken" [level=2]
    - heading "Artifacts Produced" [level=2]
    - heading "Validation Results" [level=2]
  `);
});

test('a tag', async ({ page }) => {
  await page.goto(PAGES.tag);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading [level=1]
    - list:
      - listitem:
        - link
        - list
  `);
});

test('a page that is not there', async ({ page }) => {
  await page.goto(PAGES.missing);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading [level=1]
    - link "Open the decision log"
  `);
});
