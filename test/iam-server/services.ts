import * as account from '@aws-sdk/client-account';
import * as iam from '@aws-sdk/client-iam';
import * as identityStore from '@aws-sdk/client-identitystore';
import * as organizations from '@aws-sdk/client-organizations';
import * as ssoAdmin from '@aws-sdk/client-sso-admin';
import * as sts from '@aws-sdk/client-sts';
import { accountHandlers } from './json/account.ts';
import { identityCenterHandlers } from './json/identity-center.ts';
import { identityStoreHandlers } from './json/identity-store.ts';
import { organizationsHandlers } from './json/organizations.ts';
import { jsonProtocol } from './json/protocol.ts';
import type { Handler } from './operations/handler.ts';
import { iamHandlers } from './operations/iam.ts';
import { stsHandlers } from './operations/sts.ts';
import type { Protocol, Request } from './protocol/protocol.ts';
import { queryProtocol } from './protocol/query.ts';
import { operationsOf, type Operation } from './protocol/schemas.ts';

export interface Service {
  /** As the SDK and the AWS CLI name it. */
  name: string;
  /** As its actions are prefixed in policies. */
  prefix: string;
  protocol: Protocol;
  operations: ReadonlyMap<string, Operation>;
  handlers: Readonly<Record<string, Handler>>;
}

/** What a request asks for, before anything is known of it but its name. */
export interface Asked {
  service: Service;
  operation: string;
}

const service = (name: string, protocol: Protocol, client: object, handlers: Service['handlers']): Service => ({
  name,
  prefix: name === 'sso-admin' ? 'sso' : name,
  protocol,
  operations: operationsOf(client as Record<string, unknown>),
  handlers,
});

/** By the version of the API, which a form names. */
const queryServices: Readonly<Record<string, Service>> = {
  '2010-05-08': service('iam', queryProtocol, iam, iamHandlers),
  '2011-06-15': service('sts', queryProtocol, sts, stsHandlers),
};

/** By the target that stands in a header before the operation. */
const targets: Readonly<Record<string, Service>> = {
  AWSOrganizationsV20161128: service('organizations', jsonProtocol, organizations, organizationsHandlers),
  SWBExternalService: service('sso-admin', jsonProtocol, ssoAdmin, identityCenterHandlers),
  AWSIdentityStore: service('identitystore', jsonProtocol, identityStore, identityStoreHandlers),
};

const accountService = service('account', jsonProtocol, account, accountHandlers);

export function askedOf({ body, headers, path }: Request): Asked {
  const [target = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const json = targets[target];
  if (json) return { service: json, operation };
  if (path !== '/') return { service: accountService, operation: `${path.charAt(1).toUpperCase()}${path.slice(2)}` };
  const fields = new URLSearchParams(body);
  return { service: queryServices[fields.get('Version') ?? ''] ?? unknownService, operation: fields.get('Action') ?? '' };
}

const unknownService: Service = { name: 'unknown', prefix: 'unknown', protocol: queryProtocol, operations: new Map(), handlers: {} };
