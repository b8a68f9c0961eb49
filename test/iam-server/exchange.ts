import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller, Served } from './account/served.ts';
import { answerOf, isWrite, operationOf } from './answer.ts';
import { breakAnswer, refusalOf, twistOf } from './broken.ts';
import { AwsError, denied } from './error.ts';
import type { Faults } from './faults.ts';
import type { Call } from './options.ts';
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
    const call: Call = {
      service: asked.service.name,
      operation: asked.operation,
      params: {},
      status: 0,
      at: performance.now() - started,
      requestId: this.requestId,
    };
    calls.push(call);
    const fault = faults.due(call.service, call.operation);
    const wait = () => state.options.latency?.(call) ?? 0;
    try {
      const text = this.textOf(request, asked, call, (fault && refusalOf(fault)) ?? null, twistOf(fault));
      await sleep(wait());
      if (fault && breakAnswer(fault, this.response, () => text)) return;
      this.send(call, 200, asked.service.protocol.contentType, text);
    } catch (error) {
      const refusal = error instanceof AwsError ? error : new AwsError('ServiceFailure', 500, `defect of the test server: ${String(error)}`);
      await sleep(wait());
      if (fault && breakAnswer(fault, this.response, () => '<ErrorResponse>')) return;
      this.send(
        call,
        refusal.status,
        asked.service.protocol.contentType,
        asked.service.protocol.writeError(asked.service.name, refusal, this.requestId),
      );
    }
  }

  private textOf(request: Request, asked: Asked, call: Call, refusal: AwsError | null, twist: ReturnType<typeof twistOf>): string {
    const { service } = asked;
    const schema = operationOf(asked);
    if (isWrite(asked.operation)) this.around.writes.push(call);
    call.params = service.protocol.readParams(request, schema);
    const { accessKeyId, served, caller } = this.session();
    if (refusal) throw refusal;
    if (isWrite(asked.operation)) throw denied(caller.arn, `${service.name}:${asked.operation}`);
    const ask = { params: call.params, served, caller, accessKeyId, state: this.around.state };
    return service.protocol.write(service.name, schema, answerOf(asked, schema, ask, twist), this.requestId);
  }

  /** Whose keys signed the request: those of a role that was assumed here, or of the first account. */
  private session(): { accessKeyId: string; served: Served; caller: Caller } {
    const accessKeyId = /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(this.request.headers.authorization ?? '')?.[1];
    if (accessKeyId === undefined) throw new AwsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
    const { sessions, accounts } = this.around.state;
    const [first] = accounts.values();
    const session = sessions.get(accessKeyId) ?? (first && { served: first, caller: first.caller });
    if (!session) throw new AwsError('InvalidClientTokenId', 403, 'The security token included in the request is invalid.');
    return { accessKeyId, ...session };
  }

  private send(call: Call, status: number, contentType: string, body: string): void {
    call.status = status;
    const date = new Date(this.around.state.now()).toUTCString();
    this.response.writeHead(status, { 'content-type': contentType, 'x-amzn-requestid': this.requestId, date });
    this.response.end(body);
  }
}
