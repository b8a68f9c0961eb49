/** Red, green and blue, 0 to 255. */
type Rgb = readonly [number, number, number];

export const white = '#ffffff';
const steps = 40;

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour, moved towards black or white just as far as it takes to be read on the background. */
export function readable(colour: string, background: string, least: number): string {
  const target = luminance(background) > 0.18 ? '#000000' : white;
  for (let step = 0; step <= steps; step++) {
    const candidate = mix(colour, target, step / steps);
    if (contrast(candidate, background) >= least) return candidate;
  }
  return target;
}

/** `share` of the second colour in the first. */
export function mix(colour: string, other: string, share: number): string {
  const [from, to] = [rgb(colour), rgb(other)];
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [r, g, b] = rgb(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function rgb(colour: string): Rgb {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}
