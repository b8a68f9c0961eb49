import { safe } from './safe-text.ts';
import type { Terminal } from './terminal.ts';

/** One line on stderr that says what is being done; nothing where it could not be drawn again in its place. */
export interface Progress {
  step: (text: string) => void;
  done: () => void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;

export const noProgress: Progress = { step: () => undefined, done: () => undefined };

export function openProgress(terminal: Terminal): Progress {
  let timer: NodeJS.Timeout | undefined;
  let text = '';
  let frame = 0;
  const draw = () => terminal.tell(`\r\u001b[K${frames[frame++ % frames.length] ?? ''} ${safe(text).slice(0, Math.min(terminal.columns, 80) - 3)}`);
  return {
    step: (next) => {
      text = next;
      timer ??= setInterval(draw, FRAME_MS).unref();
      draw();
    },
    done: () => {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      terminal.tell('\r\u001b[K');
    },
  };
}
