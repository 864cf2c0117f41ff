/** Whether a file is one that a record may show: a picture, sound or film. Any other is never published by a record. */
export function isMedia(path: string): boolean {
  return MEDIA.test(path);
}

const MEDIA =
  /\.(?:apng|avif|bmp|gif|ico|jpe?g|m4a|mp3|mp4|oga|ogg|ogv|png|svg|vtt|wav|webm|webp)$/i;

/** Whether an address holds a picture instead of leading to one. */
export function isPictureData(url: string): boolean {
  return /^data:image\/(?:png|jpe?g|gif|webp);/i.test(url);
}
