/**
 * What a call that failed calls for. `expired`: no further call. `denied`, `refused`: no other attempt. `invalid`: the back end
 * does not know a parameter. `unsupported`: it does not know the call. `throttled`, `broken`, `unreachable`: another attempt.
 */
export type FailureKind = 'expired' | 'credentials' | 'denied' | 'throttled' | 'invalid' | 'broken' | 'unreachable' | 'unsupported' | 'refused';

export interface Failure {
  kind: FailureKind;
  /** AWS's code, or the reason in the same form where AWS gave none: `Timeout`, `HTTP502`, `UnreadableAnswer`, `ECONNRESET`. */
  code: string;
  requestId?: string;
}

export function statusOf(kind: FailureKind): 'denied' | 'failed' {
  return kind === 'denied' ? 'denied' : 'failed';
}

/** An error that stands for the failure of a call. */
export class CallFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.code, { cause });
    this.failure = failure;
  }
}

const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['expired', /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired|CredentialsProviderError|TokenProviderError)$/],
  [
    'credentials',
    /^(InvalidClientTokenId|UnrecognizedClient|MissingAuthenticationToken|IncompleteSignature|SignatureDoesNotMatch|InvalidSignature|InvalidAccessKeyId)/,
  ],
  [
    'throttled',
    /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|^(LimitExceeded|BandwidthLimitExceeded|PriorRequestNotComplete|ProvisionedThroughputExceeded)/,
  ],
  ['denied', /AccessDenied|Unauthorized|NotAuthorized|Forbidden/i],
  ['unsupported', /^(InvalidAction|NotImplemented|UnknownOperation|UnsupportedOperation|HTTP501|HTTP405)/],
  ['invalid', /Validation|^(InvalidInput|InvalidParameter|UnknownParameter|InvalidQueryParameter|MalformedQueryString|MalformedInput|Serialization)/],
  ['unreachable', /^(E[A-Z_]{3,}|Timeout)$/],
  [
    'broken',
    /^(UnreadableAnswer|EmptyAnswer|InternalFailure|InternalError|ServiceFailure|ServiceUnavailable|RequestTimeout|IDPCommunicationError|HTTP(408|5\d\d))/,
  ],
];

/** What became of a call, from whatever the SDK threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailure) return error.failure;
  const { $metadata: metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number; requestId?: string } };
  const status = metadata?.httpStatusCode;
  const code = codeOf(error ?? {}, status);
  const kind = kinds.find(([, pattern]) => pattern.test(code))?.[0] ?? kindOfStatus(status);
  return { kind, code, ...(metadata?.requestId === undefined ? {} : { requestId: metadata.requestId }) };
}

interface ErrorLike {
  name?: unknown;
  code?: unknown;
  Code?: unknown;
  errors?: unknown;
}

/** Names that say nothing of AWS: they are the language's, or the SDK's for want of a better one. */
const empty = /^(Unknown|UnknownError|Error|TypeError|SyntaxError|RangeError|AggregateError|ServiceException|AbortError)$/;
const usable = /^[A-Za-z0-9][A-Za-z0-9.:_-]{0,79}$/;

function codeOf({ name, code, Code, errors }: ErrorLike, status: number | undefined): string {
  const [given] = [Code, name].filter(
    (text): text is string => typeof text === 'string' && usable.test(text) && !empty.test(text) && text !== 'TimeoutError',
  );
  if (given !== undefined && given !== 'SystemError') return given;
  const network = networkCode(code) ?? networkCode((Array.isArray(errors) ? (errors[0] as ErrorLike | undefined) : undefined)?.code);
  if (network !== undefined) return network;
  if (name === 'TimeoutError' || code === 'ETIMEDOUT') return 'Timeout';
  if (status === undefined) return 'NoAnswer';
  return status >= 200 && status < 300 ? 'UnreadableAnswer' : `HTTP${status}`;
}

function networkCode(code: unknown): string | undefined {
  return typeof code === 'string' && /^E[A-Z_]{3,}$/.test(code) && code !== 'ETIMEDOUT' ? code : undefined;
}

function kindOfStatus(status: number | undefined): FailureKind {
  if (status === undefined) return 'unreachable';
  if (status === 429) return 'throttled';
  return status >= 500 ? 'broken' : 'refused';
}
