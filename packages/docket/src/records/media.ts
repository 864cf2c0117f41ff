/** Whether a file is one that a record may show: a picture, sound or film. */
export function isMedia(path: string): boolean {
  return MEDIA.test(path);
}

const MEDIA =
  /\.(?:apng|avif|bmp|gif|ico|jpe?g|m4a|mp3|mp4|oga|ogg|ogv|png|svg|vtt|wav|webm|webp)$/i;

/** Whether an address holds a picture instead of leading to one. */
export function isPictureData(url: string): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp);/i.test(url);
}

/**
 * Whether a file is a document that a record may lead to and that browsers save instead of running it: a drawing, a
 * sheet, a paper. A site that knows no other place where its readers find it may hold a copy.
 */
export function isDocument(path: string): boolean {
  return DOCUMENTS.test(path);
}

const DOCUMENTS =
  /\.(?:csv|dio|docx?|drawio|excalidraw|od[gpst]|pdf|plantuml|pptx?|puml|tsv|vsdx?|xlsx?)$/i;
