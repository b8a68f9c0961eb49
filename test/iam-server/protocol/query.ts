import type { AwsError } from '../error.ts';
import { readQueryParams } from './params.ts';
import type { Protocol } from './protocol.ts';
import { escaped, xmlOf } from './xml.ts';

const namespaces: Readonly<Record<string, string>> = {
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

/** The protocol of IAM and STS: a form in, XML out. */
export const queryProtocol: Protocol = {
  contentType: 'text/xml',
  readParams: ({ body }, operation, lenient) => {
    const fields = new Map(new URLSearchParams(body));
    fields.delete('Action');
    fields.delete('Version');
    return readQueryParams(fields, operation.input, lenient);
  },
  write: (service, operation, output, requestId) => {
    const { name } = operation;
    const result = operation.output.isUnitSchema() ? '' : xmlOf(`${name}Result`, operation.output, output);
    return `<${name}Response xmlns="${namespaces[service] ?? ''}">${result}<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${name}Response>`;
  },
  writeError: (service, { code, status, message }: AwsError, requestId) =>
    `<ErrorResponse xmlns="${namespaces[service] ?? ''}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${escaped(code)}</Code>` +
    `<Message>${escaped(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
};
