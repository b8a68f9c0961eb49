import type { Values } from './account/look-up.ts';
import { refuseWithheld } from './account/withheld.ts';
import { careless } from './emulator.ts';
import { AwsError, denied } from './error.ts';
import type { Ask } from './operations/handler.ts';
import { pageOf, type Twist } from './pages.ts';
import { checkParams, refuseUnsupported } from './protocol/constraints.ts';
import type { Operation } from './protocol/schemas.ts';
import type { Asked } from './services.ts';

/** @throws AwsError when the service has no such operation */
export function operationOf({ service, operation }: Asked): Operation {
  const found = service.operations.get(operation);
  if (!found) throw new AwsError('InvalidAction', 400, `Could not find operation ${operation || 'none'} for this version`);
  return found;
}

/** The output of a call that goes well. @throws AwsError */
export function answerOf({ service, operation }: Asked, schema: Operation, ask: Ask, twist: Twist): Values {
  const { params, served, caller, state } = ask;
  const action = `${service.prefix}:${operation}`;
  refuseUnsupported(operation, params, state.options.unsupported ?? []);
  const emulator = state.options.emulator === true;
  if (!emulator) checkParams(schema, params);
  const handler = service.handlers[operation];
  if (!handler) throw denied(caller.arn, action);
  refuseWithheld(served, action, params);
  if (emulator) return pageOf(schema, {}, careless(operation, handler(ask)), { usual: Infinity, most: Infinity, cap: Infinity }, twist);
  return pageOf(schema, params, handler(ask), { usual: 100, most: 1000, cap: state.options.pageSize ?? Infinity }, twist);
}

/** Whether a call would change the account. AssumeRole changes nothing there; the two reports are only read. */
export function isWrite(operation: string): boolean {
  return !/^(Get|List|Describe|Generate(CredentialReport|ServiceLastAccessedDetails)$|AssumeRole)/.test(operation);
}
