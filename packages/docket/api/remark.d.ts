/** A preset of remark: plugins in the order in which they run. */
export interface RemarkPreset {
  plugins: any[];
}
/**
 * The record rules as a preset for remark-cli and the editors that run remark's language server. A record is judged on
 * the text as it is on the screen, against the records on disk.
 * @param root folder that holds the records; by default the one found from the working directory of each file
 */
export declare function docketPreset(root?: string): RemarkPreset;
/** The preset for the records of the repository that holds each file’s working directory. */
declare const preset: RemarkPreset;
export { preset as default };