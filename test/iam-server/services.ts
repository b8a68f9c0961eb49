import * as iam from '@aws-sdk/client-iam';
import * as sts from '@aws-sdk/client-sts';
import type { Handler } from './operations/handler.ts';
import { iamHandlers } from './operations/iam.ts';
import { stsHandlers } from './operations/sts.ts';
import type { Protocol, Request } from './protocol/protocol.ts';
import { queryProtocol } from './protocol/query.ts';
import { operationsOf, type Operation } from './protocol/schemas.ts';

export interface Service {
  /** As its actions are prefixed in policies. */
  name: string;
  protocol: Protocol;
  operations: ReadonlyMap<string, Operation>;
  handlers: Readonly<Record<string, Handler>>;
}

/** What a request asks for, before anything is known of it but its name. */
export interface Asked {
  service: Service;
  operation: string;
}

const iamService: Service = { name: 'iam', protocol: queryProtocol, operations: operationsOf(iam), handlers: iamHandlers };
const stsService: Service = { name: 'sts', protocol: queryProtocol, operations: operationsOf(sts), handlers: stsHandlers };

/** IAM and STS are told apart by the version of their API. */
export function askedOf({ body }: Request): Asked {
  const fields = new URLSearchParams(body);
  const service = fields.get('Version') === '2011-06-15' ? stsService : iamService;
  return { service, operation: fields.get('Action') ?? '' };
}
