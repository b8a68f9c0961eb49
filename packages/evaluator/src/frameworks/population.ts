import type { Message } from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';
import type { Framework, Judged } from './framework.ts';
import { frameworkWords } from './words.ts';

export interface Population {
  /** `account`: everybody. `scope`: those in scope of the engagement, where a rule looks at principals. */
  kind: 'account' | 'scope';
  /** Users and roles left out by the engagement. */
  leftOut: number;
  message: Message;
}

/** Whom the verdicts are about. Nothing is left out unless an engagement says so, but for roles that only AWS can change. */
export function populationOf({ judges }: Framework, { subjects, engagement }: Pick<Judged, 'subjects' | 'engagement'>): Population {
  const others = subjects.filter((subject) => !subject.inScope);
  const linked = others.filter((subject) => subject.party === 'aws').length;
  const leftOut = others.length - linked;
  const kind = leftOut > 0 ? 'scope' : 'account';
  return { kind, leftOut, message: messageOf() };

  function messageOf(): Message {
    if (judges === 'partner') {
      return engagement === null ? say(frameworkWords, 'judges-undeclared') : say(frameworkWords, 'judges-partner', { count: leftOut });
    }
    if (leftOut > 0) return say(frameworkWords, 'judges-scope', { count: leftOut });
    return linked > 0 ? say(frameworkWords, 'judges-account-linked', { count: linked }) : say(frameworkWords, 'judges-account');
  }
}
