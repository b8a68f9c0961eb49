import { safe } from './safe-text.ts';

type Brush = (text: string) => string;

/** Every brush makes its text safe, whether it colours or not. */
export interface Paint {
  plain: Brush;
  bold: Brush;
  dim: Brush;
  red: Brush;
  green: Brush;
  yellow: Brush;
  cyan: Brush;
}

export function openPaint(colour: boolean): Paint {
  const brush =
    (on: string, off: string): Brush =>
    (text) =>
      colour ? `\u001b[${on}m${safe(text)}\u001b[${off}m` : safe(text);
  return {
    plain: safe,
    bold: brush('1', '22'),
    dim: brush('2', '22'),
    red: brush('31', '39'),
    green: brush('32', '39'),
    yellow: brush('33', '39'),
    cyan: brush('36', '39'),
  };
}
