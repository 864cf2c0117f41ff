/** An opaque colour: red, green and blue from 0 to 1, as sRGB writes them. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function readHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) throw new Error(`Unexpected colour \`${hex}\`, expected \`#rrggbb\``);
  const part = (index: number) => Number.parseInt(match[index] ?? '', 16) / 255;
  return [part(1), part(2), part(3)];
}

/** Contrast of two colours after WCAG 2: from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** How far apart two colours look: distance in OKLab, where 0.02 is just seen and 1 is black to white. */
export function distance(a: Rgb, b: Rgb): number {
  const [labA, labB] = [oklab(a), oklab(b)];
  return Math.hypot(...labA.map((value, index) => value - (labB[index] ?? 0)));
}

/** What a reader without one kind of cone sees, after Machado, Oliveira and Fernandes (2009), severity 1. */
export function asSeenWith(kind: 'deuteranopia' | 'protanopia' | 'tritanopia', colour: Rgb): Rgb {
  const [r, g, b] = linear(colour);
  const seen = MACHADO[kind].map(([x, y, z]) => {
    return Math.min(1, Math.max(0, x * r + y * g + z * b));
  });
  return seen.map((value) =>
    value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055,
  ) as unknown as Rgb;
}

const MACHADO = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

function linear(colour: Rgb): Rgb {
  return colour.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function oklab(colour: Rgb): Rgb {
  const [r, g, b] = linear(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
