import type { Json } from '../../json/canonical.ts';
import type { PartName } from '../../snapshot/parts.ts';

/** Services as the SDK and the AWS CLI name them. */
export const services = ['sts', 'iam', 'account', 'organizations', 'sso-admin', 'identitystore'] as const;
export type Service = (typeof services)[number];

/** `service:Operation`. */
export type CallName = `${Service}:${string}`;

/** What is asked for only when somebody wants it. */
export const includes = ['contacts', 'organization', 'identityCenter'] as const;
export type Include = (typeof includes)[number];

/** One call of AWS's API that a collector makes. Plan, permissions, export script and collector read nothing else. */
export interface Call {
  name: CallName;
  parts: readonly PartName[];
  /** The depth, or what must be included, for the call to be made. */
  when: 'account' | 'full' | Include;
  /** Parameters that are the same each time, by AWS's names. */
  input?: Readonly<Record<string, Json>>;
  /** Parameters that an older back end may refuse, and without which its answer is whole all the same. */
  optional?: readonly string[];
  pages?: Pages;
  /** What the call is made for one by one. Absent: once. */
  each?: EachPrincipal | EachEntry;
  /** Name of the parameter that takes the id of the account. */
  account?: string;
  /** Parameters of the call that gave the entry, sent with this one too. */
  inherit?: readonly string[];
  /** What was asked for and the answer does not say, put into it under AWS's own names. */
  told?: readonly Told[];
  /** Made only when this other row of the same call was refused. */
  insteadOf?: 'allUsers';
  /** This call starts work, and the call named here is asked until it is done. */
  starts?: CallName;
  /** How it is seen whether work that was started is done. */
  poll?: Poll;
  /** Codes that are no refusal: they say that there is nothing, and `answer` stands for that. */
  nothing?: { codes: readonly string[]; answer?: Readonly<Record<string, Json>> };
  /** IAM action, where it has another name than {@link actionOf} gives; `null` where none is needed. */
  permission?: string | null;
  /** What a reader of the permissions is told it is asked for. */
  reason: string;
}

export interface Pages {
  /** Parameter that takes the token, and member of the answer that holds it. */
  token: 'Marker' | 'NextToken' | 'nextToken';
  /** Parameter for the size of a page, with the most that AWS takes. */
  size?: { parameter: 'MaxItems' | 'MaxResults' | 'maxResults'; value: number };
  /** The list that goes on from page to page. */
  list: string;
  /** What is in the list, as plural noun. */
  of: string;
}

/** What says that work goes on, that it came to nothing, or that it must be started anew: values of a member, or codes of a refusal. */
export interface Poll {
  member?: string;
  busy?: readonly string[];
  failed?: readonly string[];
  busyCodes?: readonly string[];
  restartCodes?: readonly string[];
}

/** Once for each principal of the account, or for each that was named. */
export interface EachPrincipal {
  every: 'user' | 'principal';
  parameter: string;
}

/** Once for each entry in the answers of another call. */
export interface EachEntry {
  from: CallName;
  /** The list in the answer; absent: the answer itself is the entry. */
  list?: string;
  /** Member of the entry; absent: the entry is the text. */
  member?: string;
  parameter: string;
  /** Entries in which these members have these values; the others are passed over. */
  only?: Readonly<Record<string, string>>;
  /** Other members of the entry, known to the calls that follow as parameters are. */
  also?: readonly string[];
  /** The answers of this call hold entries for which it is made again, such as units under a unit. */
  again?: { list: string; member: string };
  /** What an entry is, as singular noun. */
  noun: string;
}

export interface Told {
  parameter: string;
  /** Member of the answer, or of each structure in its `list`. */
  member: string;
  list?: string;
}
