import { decodeMembers, type Shape } from '../decode/members.ts';
import { text, texts, time } from '../decode/values.ts';
import { openNested } from '../nested.ts';
import { extentOf, isList, keyOf, listKind, type Kind } from './kind.ts';

/** What one provider's own answer says; IAM leaves its ARN out. */
export const oneProvider = 'iam:GetOpenIDConnectProvider';

const samlProvider: Shape = { members: { Arn: ['arn', text], ValidUntil: ['validUntil', time], CreateDate: ['createDate', time] } };
const openIdConnectProvider: Shape = {
  members: {
    Arn: ['arn', text],
    Url: ['url', text],
    ClientIDList: ['clientIdList', texts],
    ThumbprintList: ['thumbprintList', texts],
    CreateDate: ['createDate', time],
  },
};

export const providers: Kind[] = [
  listKind({ call: 'iam:ListSAMLProviders', member: 'SAMLProviderList', part: 'samlProviders', shape: samlProvider, key: keyOf('arn') }),
  listKind({
    call: 'iam:ListOpenIDConnectProviders',
    member: 'OpenIDConnectProviderList',
    part: 'openIdConnectProviders',
    shape: openIdConnectProvider,
    key: keyOf('arn'),
  }),
  {
    call: oneProvider,
    matches: (value) => typeof value['Url'] === 'string' && (isList(value['ClientIDList']) || isList(value['ThumbprintList'])),
    read: (value, draft) => {
      const provider = decodeMembers(value, openIdConnectProvider, draft);
      draft.sawArn(provider['arn']);
      draft.put(openNested(draft, oneProvider, '', extentOf(value)), String(provider['arn'] ?? provider['url']), provider);
    },
  },
];
