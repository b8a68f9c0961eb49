/** A refusal in AWS's words: code, HTTP status, message. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, message: string) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export const noSuchEntity = (message: string) => new AwsError('NoSuchEntity', 404, message);
export const invalid = (message: string) => new AwsError('ValidationError', 400, message);
export const denied = (caller: string, action: string) =>
  new AwsError('AccessDenied', 403, `User: ${caller} is not authorized to perform: ${action} on resource: *`);
