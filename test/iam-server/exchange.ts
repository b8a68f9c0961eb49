import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Served } from './account/served.ts';
import { answerOf, isWrite, operationOf } from './answer.ts';
import { breakAnswer, refusalOf, twistOf } from './broken.ts';
import { isKnownToEmulator } from './emulator.ts';
import { AwsError, denied } from './error.ts';
import type { Faults } from './faults.ts';
import type { Call, Fault } from './options.ts';
import type { Request } from './protocol/protocol.ts';
import { askedOf, type Asked } from './services.ts';
import type { State } from './state.ts';

export interface Surroundings {
  state: State;
  faults: Faults;
  calls: Call[];
  writes: Call[];
  started: number;
}

/** One request and its answer. */
export class Exchange {
  private readonly around: Surroundings;
  private readonly request: IncomingMessage;
  private readonly response: ServerResponse;
  private readonly requestId: string;

  constructor(around: Surroundings, request: IncomingMessage, response: ServerResponse) {
    this.around = around;
    this.request = request;
    this.response = response;
    this.requestId = `00000000-0000-4000-9000-${String(around.state.nextId()).padStart(12, '0')}`;
  }

  async run(body: string): Promise<void> {
    const { state, faults, calls, started } = this.around;
    const { method = 'POST', url: path = '/', headers } = this.request;
    const request: Request = { method, path, headers, body };
    const asked = askedOf(request);
    const { service, operation } = asked;
    const at = performance.now() - started;
    const call: Call = { service: service.name, operation, params: {}, status: 0, at, requestId: this.requestId };
    calls.push(call);
    const fault = faults.due(service.name, operation) ?? this.emulated(operation);
    const outcome = this.outcomeOf(request, asked, call, fault);
    await sleep(state.options.latency?.(call) ?? 0);
    if (fault && breakAnswer(fault, this.response, outcome.body)) return;
    this.send(call, outcome, service.protocol.contentType);
  }

  private emulated(operation: string): Fault | undefined {
    return this.around.state.options.emulator === true && !isKnownToEmulator(operation) ? { operation, kind: 'html500' } : undefined;
  }

  private outcomeOf(request: Request, asked: Asked, call: Call, fault: Fault | undefined): Outcome {
    const { name, protocol } = asked.service;
    try {
      return { status: 200, body: this.answer(request, asked, call, fault) };
    } catch (error) {
      const refusal = error instanceof AwsError ? error : new AwsError('ServiceFailure', 500, `defect of the test server: ${String(error)}`);
      return { status: refusal.status, body: protocol.writeError(name, refusal, this.requestId) };
    }
  }

  /** @throws AwsError */
  private answer(request: Request, asked: Asked, call: Call, fault: Fault | undefined): string {
    const { service, operation } = asked;
    const schema = operationOf(asked);
    if (isWrite(operation)) this.around.writes.push(call);
    const { state } = this.around;
    call.params = service.protocol.readParams(request, schema, state.options.emulator === true);
    const session = this.session(operation);
    const refusal = fault && refusalOf(fault);
    if (refusal) throw refusal;
    if (isWrite(operation)) throw denied(session.caller.arn, `${service.prefix}:${operation}`);
    const output = answerOf(asked, schema, { params: call.params, ...session, state }, twistOf(fault));
    return service.protocol.write(service.name, schema, output, this.requestId);
  }

  /** Whose keys signed the request: those of a role that was assumed here, or of the first account. */
  private session(operation: string): { accessKeyId: string; served: Served; caller: Caller } {
    // Whoever comes with a token of another provider has no keys yet.
    const keyless = operation === 'AssumeRoleWithWebIdentity' ? '' : undefined;
    const accessKeyId = keyless ?? /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(this.request.headers.authorization ?? '')?.[1];
    if (accessKeyId === undefined) throw new AwsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
    const { sessions, accounts } = this.around.state;
    const [first] = accounts.values();
    const session = sessions.get(accessKeyId) ?? (first && { served: first, caller: first.caller });
    if (!session) throw new AwsError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.');
    return { accessKeyId, ...session };
  }

  private send(call: Call, { status, body }: Outcome, contentType: string): void {
    call.status = status;
    const { options, now } = this.around.state;
    if (options.dateless === true) this.response.sendDate = false;
    else this.response.setHeader('date', new Date(now()).toUTCString());
    this.response.writeHead(status, { 'content-type': contentType, 'x-amzn-requestid': this.requestId });
    this.response.end(body);
  }
}

interface Outcome {
  status: number;
  body: string;
}
