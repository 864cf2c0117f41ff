import { safeLine } from '../../report/screen-text.ts';
import { addableSitePackages, addSitePackages } from '../../session/site/add-packages.ts';
import { askWhether, mayAsk } from '../author/prompt.ts';
import type { CommandContext } from '../command.ts';

/**
 * Where the packages of a site are missing and somebody is there to be asked, asks once whether to install them in the
 * repository, and does so on yes. Whoever needs them says what is missing.
 * @param source as `findSitePackages` takes it
 * @throws {SiteError} where they cannot be installed
 * @throws {CommandError} where the answer is refused with Ctrl+C
 */
export async function offerSitePackages(
  root: string,
  source: Parameters<typeof addableSitePackages>[1],
  context: CommandContext,
): Promise<void> {
  if (!mayAsk(context)) return;
  const command = addableSitePackages(root, source);
  if (!command) return;
  const { program, folder } = command;
  const question = `Install starlight-docket, astro and @astrojs/starlight with ${program} into ${safeLine(folder)}?`;
  if (await askWhether(question, context, { isUsual: false }))
    await addSitePackages(command, context.env);
}
