/*
 * Words that AWS's reviewers reject, in English, Spanish and Brazilian Portuguese. Each entry is the source of a regular
 * expression that stands for whole words, whatever their case; apostrophes and quotation marks are straight.
 */

export const languages = ['en', 'es', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

type ByLanguage = Readonly<Record<Language, readonly string[]>>;

/** Credentials that last. */
export const longTermCredentials: ByLanguage = {
  'en': [
    'access[ -]?keys?( ids?)?',
    'secret (access )?keys?',
    '(aws |iam |bedrock |codecommit )?api[ -]keys?',
    'long[ -]?(term|lived|lasting|living) (iam |aws |access |api )?(keys?|credentials?|tokens?|secrets?)',
    '(static|permanent|persistent|hard-?coded|non-?expiring|never-expiring) (iam |aws |access |api )?(keys?|credentials?|tokens?|secrets?)',
    'service-specific credentials?',
    'iam users? (with|for) programmatic access',
    'programmatic access (by|via|through|with) (an? |the )?iam users?',
    'aws_access_key_id|aws_secret_access_key',
  ],
  'es': [
    '(claves?|llaves?) de acceso',
    'claves? (de )?api',
    '(claves?|llaves?|credencial(es)?) (de larga (duración|vida)|de largo plazo|a largo plazo|permanentes?|estátic[ao]s?|fij[ao]s?)',
    'usuarios? (de )?iam (con|para) acceso programático',
  ],
  'pt-BR': [
    'chaves? de acesso',
    'chaves? de api',
    '(chaves?|credencia(l|is)) (de longa (duração|vida)|de longo prazo|permanentes?|estátic[ao]s?|fix[ao]s?)',
    'usuários? (do |de )?iam (com|para) acesso programático',
  ],
};

/** Logins that are not one person's. */
export const sharedLogins: ByLanguage = {
  'en': [
    'shared (iam |aws |admin |root |administrator |console |team )?(users?|accounts?|credentials?(?! file)|log-?ins?|sign-?ins?|passwords?|identit(y|ies)|mfa devices?)',
    '(generic|communal|pooled|team) (iam |aws |admin |administrator )?(users?|log-?ins?|credentials?|sign-?ins?|passwords?|identit(y|ies))',
    'common (iam |aws |admin )?(log-?ins?|credentials?|sign-?ins?|passwords?|users?)',
    '(one|a single|the same) (iam |aws |admin |administrator |console )?(user|user account|log-?in|sign-?in|account|credentials?|password|set of credentials) (is )?(for|shared by|shared among|used by|among|between) (the |our |its |all |several |multiple |many )?(whole |entire |full )?(team|engineers|developers|people|persons|staff|everyone|everybody|administrators|admins|colleagues|of us|operators|consultants)',
    '(log|sign)(s|ged|ned|ging|ing)? (in|on) (with|as|by|using|through) (the same|one|a common|a single|a generic) (iam |aws |admin |root |administrator )?(users?|user account|log-?in|account|credentials?|identity)',
    '(the same|one) (iam |admin )?(credentials?|password|log-?in|user) (is|are) (used|shared) by',
    'shar(e|es|ing) (the |their |a |an |one |its |our |these |those |any |this |that )?(same )?(iam |admin |administrator |root |console |aws |access )?(users?|accounts?|credentials?|log-?ins?|sign-?ins?|passwords?|keys?|identit(y|ies)|mfa devices?|devices?)',
    '(credentials?|passwords?|log-?ins?|sign-?ins?|iam users?|identities|user accounts?|mfa devices?) (is|are|be|being|were|was|can be|may be|get) (never |not |n\'t |always |also |only )*shared',
    '(users?|log-?ins?|sign-?ins?|team account|credentials?|password) (is|are) used by (all|everyone|everybody|the (whole |entire )?team|several|multiple|more than one)',
    "us(e|es|ing) (the |our )?(customer|client)'s (own )?((admin|root|iam|administrator) (user|account|log-?in|credentials?)|user|log-?in|credentials?|password)",
    'used by (more than one|several|multiple|many|different) (persons?|people|engineers|developers|administrators)',
  ],
  'es': [
    '(usuarios?|cuentas?|credencial(es)?|contraseñas?|accesos|inicios de sesión) (compartid|genéric|comun)\\w+',
    'compart(en|e|imos|ir|iendo) (la |las |el |los |su |sus |una |un |nuestras? |nuestros? )?(mism[ao]s? )?(credencial(es)?|contraseñas?|cuentas?|usuarios?|claves?)',
    '(credenciales|contraseñas|cuentas) (no |nunca )?(se|son|están) (no |nunca )?compart\\w+',
    'un (solo|único) usuario para (todo |todos |el |los )*(equipo|ingenieros|administradores)',
  ],
  'pt-BR': [
    '(usuários?|contas?|credencia(l|is)|senhas?|logins?) (compartilhad|genéric|comun)\\w*',
    'compartilh(am|a|amos|ar|ando) (a |as |o |os |sua |suas |uma |um |nossas? |nossos? )?(mesm[ao]s? )?(credencia(l|is)|senhas?|contas?|usuários?|chaves?|logins?)',
    '(credenciais|senhas|contas) (não |nunca )?(são|estão) (não |nunca )?compartilhad\\w+',
    'um (só|único) usuário para (todo |toda |todos |a |o |os )*(equipe|time|engenheiros|administradores)',
  ],
};

/** Words that look like a denial and are none: they stand for nothing. */
export const pseudoDenials: readonly string[] = [
  'not (only|just|merely|solely|limited to)',
  '(no|not) (longer|older|more|later|less|earlier|fewer) than',
  'no matter',
  'not (yet|always|usually|normally|necessarily|all|every|everyone)',
  'no solo|no sólo|no solamente|no más de|no todos?|no siempre',
  'não só|não somente|não apenas|não mais (de|que)|nem todos?|nem sempre',
];

/** Before what it names, in its clause: nobody has it. */
export const denialBefore: ByLanguage = {
  'en': [
    'no|not|never|none|nobody|no one|nor|neither|without|cannot|zero|0|nothing',
    "\\w+n't",
    'instead of|rather than|in place of|in lieu of|as opposed to|free (of|from)|a ban on|against',
    'avoid(s|ed|ing)?|prohibit(s|ed|ing)?|prohibition of|forbid(s|ding)?|forbidden|forbade|ban(s|ned)|disallow(s|ed)?',
    'eliminat(e|es|ed|ing)|abolish(es|ed)?|refus(e|es|ed)|reject(s|ed)?|den(y|ies|ied)|block(s|ed|ing)?|prevent(s|ed|ing)?|stopped using',
    'remov(e|es|ed|ing|al of)|delet(e|es|ed|ing|ion of)|replac(e|es|ed|ing|ement of)|retir(e|es|ed|ing)|revok(e|es|ed|ing)|disabl(e|es|ed|ing)|deactivat(e|es|ed|ing)|did away with|got rid of|phased out|(moved|migrated|switched|away) (away )?from',
  ],
  'es': [
    'no|nunca|jamás|sin|ni|ningún|ninguna?|nadie|tampoco|en lugar de|en vez de',
    'evit\\w+|prohíb\\w+|prohib\\w+|impid\\w+|impedi\\w+|elimin\\w+|reemplaz\\w+|sustitu\\w+|rechaz\\w+|deneg\\w+|desactiv\\w+|bloque\\w+',
  ],
  'pt-BR': [
    'não|nunca|jamais|sem|nem|nenhuma?|ninguém|tampouco|em vez de|ao invés de|em lugar de',
    'evit\\w+|proíb\\w+|proib\\w+|imped\\w+|elimin\\w+|remov\\w+|substitu\\w+|rejeit\\w+|neg(a|am|amos)|desativ\\w+|bloque\\w+',
  ],
};

/** After what it names, in its clause. */
export const denialAfter: ByLanguage = {
  'en': [
    "(not|never|n't) (be |been |being |ever |to be )*(\\w+ly )?(used|allowed|permitted|issued|created|accepted|held|needed|required|present|available|generated|given|granted|handed out|part of|an option|supported|necessary|tolerated|acceptable|possible|in use|employed|distributed|provided|assigned|enabled|a way in|exist|exists|used anywhere)",
    '(prohibited|forbidden|banned|disallowed|outlawed|abolished|eliminated|blocked|refused|rejected|denied|removed|deleted|replaced|retired|revoked|disabled|deactivated|avoided|prevented|phased out|out of the question|off[ -]limits|a thing of the past|gone|unnecessary|obsolete|superfluous|nonexistent|non-existent|unavailable)',
    'no longer (exist|exists|used|in use|issued|needed|allowed|permitted|accepted)',
    'held by (nobody|no one)',
    '(for|by|to) (nobody|no one|none)',
    '^\\s*[:=] ?(none|no|zero|0|not|never)',
  ],
  'es': [
    '(no|nunca) (se )?(us|utiliz|permit|emit|cre|acept|admit|exist|necesit|entreg|gener)\\w+',
    'no (son|están|es|está) (permitid|necesari|usad|utilizad|aceptad|admitid)\\w+',
    'prohibid[ao]s?|eliminad[ao]s?|bloquead[ao]s?|desactivad[ao]s?|rechazad[ao]s?|reemplazad[ao]s?|sustituid[ao]s?|revocad[ao]s?',
  ],
  'pt-BR': [
    '(não|nunca) (se )?(us|utiliz|permit|emit|cri|aceit|exist|precis|entreg|ger)\\w+',
    'não (são|estão|é|está) (permitid|necessári|usad|utilizad|aceit)\\w+',
    'proibid[ao]s?|eliminad[ao]s?|removid[ao]s?|bloquead[ao]s?|desativad[ao]s?|rejeitad[ao]s?|substituíd[ao]s?|revogad[ao]s?',
  ],
};

/** Taking away what is used first: a removal at such a moment denies nothing. */
export const removalInTime: readonly string[] = [
  'after|every|upon|once|whenever|when|within|regularly|periodically|annually|quarterly|monthly|as soon as|at the end|on departure|unused|inactive|stale|older than|if (they|it|not)|each (month|quarter|year)|days|months|by new ones|will|shall|going to|planned|next (week|month|quarter|year)|by (q[1-4]|the end)|soon|eventually',
  'después|cada|cuando|tras|al final|si no|periódicamente|en desuso|inactiv[ao]s?|días|meses',
  'depois|após|cada|quando|ao final|se não|periodicamente|em desuso|inativ[ao]s?|dias|meses',
];
export const removals: readonly string[] = [
  'remov\\w+|delet\\w+|replac\\w+|retir\\w+|revok\\w+|disabl\\w+|deactivat\\w+|elimin\\w+|reemplaz\\w+|sustitu\\w+|desactiv\\w+|desativ\\w+|revoc\\w+|revog\\w+',
];

/** Words by which a denial lets something through after all. */
export const reopening: readonly string[] = [
  'unless|except(?! that (it|they) (is|are) refused)|excepting|other than|apart from|aside from|save for|but only|only (if|when|where|in|for|with|after|by)|as a last resort',
  '(if|where|when|as|whenever|wherever) (it is |they are |this is |absolutely |strictly |really |deemed )*(needed|required|necessary|unavoidable|requested|justified)',
  '(if|where|when) (there is )?no (other|alternative)',
  'exceptions? (is|are|may|can|must|for|need|require|with|exist|apply|approved|granted)',
  '(with|without) (the |a |prior |written |explicit |formal |an |our |any )*(approval|permission|authori[sz]ation|justification|consent|exception request)',
  'in (rare|exceptional|some|special|certain|urgent|emergency) (cases?|circumstances|situations?)|in (an )?emergenc(y|ies)|in most cases|for the time being|so far',
  'as far as possible|(where|when|if|whenever|wherever|as much as) (ever )?possible|where feasible|where practical|generally|normally|usually|mostly|preferably|in principle|as a rule|temporarily|by default|tr(y|ies) (not )?to|aims? (not )?to|plan(s|ned)? (not )?to|intend(s|ed)? (not )?to',
  'salvo|excepto|a menos que|a no ser que|solo (si|cuando|en|para|con)|sólo (si|cuando|en|para|con)|solamente (si|cuando|en)|(si|cuando) (es|sea|fuera|fuese) (estrictamente )?(necesario|posible|requerido)|(con|sin) (la )?(aprobación|autorización)|en lo posible|siempre que sea posible|excepcionalmente|en casos? excepcional(es)?|por lo general|normalmente|en general',
  'exceto|a não ser que|somente (se|quando|em|para|com)|apenas (se|quando|em|para|com)|só (se|quando|em|para|com)|(se|quando) (for |é )?(estritamente )?(necessário|possível|requerido)|(com|sem) (a )?(aprovação|autorização)|sempre que possível|na medida do possível|excepcionalmente|em casos? excepciona(l|is)|em geral|geralmente',
];
/** Not a reopening: it closes. */
export const closing: readonly string[] = [
  '(no|without|without any|never an?|not any) exceptions?( (is|are|can be|may be|will be) (ever )?(granted|made|possible|allowed|permitted|approved))?',
  'exceptions? (is|are|can|will|may)( be)? (not|never|n\'t) (be )?(granted|made|possible|allowed|permitted|approved)',
  '(sin|ninguna) excepci(ón|ones)|sem exceç(ão|ões)|nenhuma exceção',
];

/** Before them: somebody looks for them, or they have got out. No word on their use. */
export const lookingFor: readonly string[] = [
  '(alert|alarm|notif|detect|scan|leak|expos|compromis|warn|flag)\\w*',
  '(search|look|watch|check|monitor|screen|hunt)(e?s|ed|ing)? for',
  'incidents?|findings?|guard(s|ed)? against|protect(s|ed)? against',
  '(if|when|whenever|should) (an?|any|somebody|someone|anybody|anyone)',
  '(find|finds|found|discover|discovers|discovered|report|reports|reported)',
  '(alert|detect|busc|fug|filtr|expuest|inciden|hallazgo|encuentr|encontr|vaz|expost|alarm)\\w*',
];
/** After them, to the same effect. */
export const lookedFor: readonly string[] = [
  '(found|discovered|reported|detected|leaked|exposed|compromised|appears?)',
  '(encontrad|detectad|filtrad|expuest|expost|vazad)\\w*',
];
/** Use of them all the same. */
export const use: readonly string[] = [
  'use|uses|used|using|rotate|rotates|rotated|rotation|hold|holds|issue|issues|issued|receive|receives|sign in with|log in with|authenticate with|stored|keep|keeps|kept',
  'usa|usan|usamos|rota|rotan|rotamos|emite|emiten|recibe|reciben|utiliza|utilizan|utilizamos',
  'usam|rotacion\\w+|recebe|recebem|utilizam',
];

/** Where a clause ends and another subject begins. */
export const clauseEnds: readonly string[] = [
  '\\s[—–-]\\s|;|\\(|\\)',
  '(?<=^(?:where|when|if|because|since|as|while|although|until|once|unless|except|cuando|si|donde|como|porque|quando|se|onde)\\s[^,;]{1,200}),\\s',
  ',?\\s(?:but|yet|however|while|whereas|although|though|pero|mientras|aunque|sino|porém|mas|enquanto|embora)\\s',
  ',\\s(?:and|so|we|they|it|our|each|every|all|engineers|people|pipelines|y|e|nosotros|nós|los|las|os|as)\\s',
  "\\sand\\s(?=(?:the|our|a|an|each|every|all|some|one|we|they|it|pipelines?|servers?|applications?|developers?|engineers?|people|users?|scripts?|tools?|automation|ci)\\s(?:\\w+\\s){0,3}?(?:uses?|used|has|have|holds?|gets?|signs?|logs?|authenticates?|keeps?|receives?|needs?|runs?|with)\\s)",
  '\\s(?:y|e)\\s(?=(?:el|la|los|las|o|a|os|as|nuestr\\w+|noss\\w+)\\s(?:\\w+\\s){0,3}?(?:usa|usan|usam|tiene|tienen|tem|têm|utiliza|utilizan|utilizam)\\s)',
];

/** An answer that is none, as a whole text. */
export const emptyAnswers: readonly string[] = [
  'n\\s*[/.]?\\s*[ad]\\.?|not applicable|none|nothing|yes|no|ok|okay|done|compliant|implemented|in place|met|pass(ed)?|agreed|tba|tbd|tbc|pending|as required|as per (the )?(requirement|standard)s?|see (above|below|sop|attached|attachment|document|the sop)|standard|best practices?( (is|are) followed)?|we follow (aws )?best practices?',
  'no aplica|no (se )?aplica|ningun[ao]?|nada|sí|si|hecho|cumple|cumplido|pendiente|por definir|ver (arriba|abajo|adjunto)',
  'não (se )?aplica(-se)?|nenhuma?|nada|sim|não|feito|cumprido|atende|pendente|a definir|ver (acima|abaixo|anexo)',
];

/** N/A in the midst of a text. */
export const notApplicable: readonly string[] = [
  'n\\s*/\\s*a',
  '(?<=^[^:]{1,60}: )(not applicable|no aplica|não se aplica)\\W*$',
  "(is|are|was|were|as) (currently |therefore |simply )?not applicable( (here|to (us|this|our|it)[^.]*|in (our|this) case|for (us|this)[^.]*|because[^.]*|since[^.]*|as [^.]*))?\\W*$",
  '(does|do) not apply( (here|to (us|this (customer|example|engagement|account)|our (case|engagement))[^.]*|in (our|this) case))?\\W*$',
  'no aplica( (aquí|a (este|esta|nuestr)[^.]*|en (este|nuestro) caso|porque[^.]*|ya que[^.]*))?\\W*$',
  'não se aplica( (aqui|a (este|esta|noss)[^.]*|neste caso|no nosso caso|porque[^.]*|pois[^.]*))?\\W*$',
];

/** An answer that points to another. */
export const sameAs: readonly string[] = [
  '(the )?same (answer |approach |response |setup |process |procedure |practice |controls? )?(as|like) (in |for |with |described )?(above|before|previous(ly)?|the (above|previous|preceding|first|second|third|other|last) (customers?|clients?|examples?|references?|answers?|case|one)|(customer|client)( example| reference)? ?(#|no\\.? ?|number )?\\d+|(example|reference|case study)s? ?(#|no\\.? ?|number )?\\d+)',
  '(identical|similar|analogous|equal) to (the )?((previous|first|second|other|above) (customer|client|example|reference|answer)|(customer|client|example|reference)( example| reference)? ?(#|no\\.? ?|number )?\\d+|above)',
  '(see|refer to|as (described |explained |stated )?(in|for|with)|cf\\.?|like) (the )?((answer|response)s? (of|for|to|in) )?((previous|first|other) (customer|client|example|reference)|(customer|client|example|reference)( example| reference)? ?(#|no\\.? ?|number )?\\d+)',
  'ditto|idem|ídem|as above\\W*$|same as (customer|client|above|before|previous)',
  '(lo )?(mismo|igual|idéntico) (que|al?|como) (en )?(el |la )?((cliente|ejemplo|referencia|caso) ?(#|n[.º°]* ?)?\\d+|(cliente|ejemplo|referencia|caso) anterior|anterior|arriba)|igual que (arriba|antes|el anterior)',
  '(o )?(mesmo|igual|idêntico) (que|ao?|do|como) (n?o )?((cliente|exemplo|referência|caso) ?(#|n[.º°]* ?)?\\d+|(cliente|exemplo|referência|caso) anterior|anterior|acima)|idem ao (cliente|anterior)',
];

const customer =
  "(the |our |el |la |o |a )?(end )?(customer|client|cliente)('s)?( own| internal)?( (security|it|cloud|iam|infrastructure|devops|platform|internal|operations|de seguridad|de segurança))?( (team|staff|department|people|organi[sz]ation|side|administrators?|admins?))?";
const practice =
  "(aws )?(iam|identity (and access )?management|access (management|control|rights|administration|policies|permissions)|(user |identity )?access|identity security|(account |access |identity |iam )?security|permissions?( management)?|privileges?|credentials?( management)?|least privilege|user management|users? and (roles|permissions)|roles? and (permissions|policies)|mfa|password polic(y|ies)|(the |its |their |all )?(aws )?accounts? (security|access)|all( of)? (this|it|that)|everything|this( part| topic| requirement| control| area| aspect| criterion)?|it|that|compliance with (this|acct)[^.]*)";
/** Who did it is not what was done: the partner must hold the practice. */
export const movedToCustomer: readonly string[] = [
  `${customer} (is|are|remains?|stays?) (solely |fully |entirely |alone |ultimately )*(responsible|accountable|in charge)(?! (for|of) (approv|nam|tell|inform|decid|grant|its |their |the content|application|report))`,
  `${customer} (fully |entirely |solely |itself |themselves |alone |already |always )*(manages?|handles?|owns?|administers?|controls?|takes? care of|took care of|did|does|has done|performs?|implements?|implemented|handled|managed|maintains?) (all |all of |the |its |their |own |entire |whole )*${practice}(?! (provider|center|centre|directory|systems?|staff|employees|people|source|administrator|approv|request|record|portal|owner|team)s?)(?= |\\W*$)`,
  `${practice} (is|are|was|were|remains?|lies|rests|stays?|has been|have been) (fully |entirely |solely |all |being |completely |exclusively |already )*(managed|handled|done|administered|controlled|owned|implemented|configured|maintained|performed|taken care of|left|up|with|on|delegated|in the hands) ?(by|of|to|with|on)? (the |our )?(end )?(customer|client)(?!'s (identity provider|idp|directory|approval|account owner))`,
  "(responsibility|duty|task|job|obligation) (of|for|is with|is on|lies with|lies on|rests with|rests on|remains with|falls on|belongs to) (the |our )?(end )?(customer|client)",
  "(is|are|remains?|as) (the |our |entirely the |solely the )?(end )?(customer|client)'s (own |sole |full )?(responsibility|duty|task|job|business|concern)",
  `^\\W*((managed|handled|done|administered|taken care of) )?(by )?${customer}\\W*$`,
  '(not|outside|out of|beyond) (in |within |of )?(our|the partner\'s) (responsibility|remit|control|hands)',
  '(el )?cliente (es|son) (el |la )?(único )?responsables? (de|del|por)|responsabilidad (es )?(del|de nuestro) cliente|(lo|la|los) (gestiona|hace|administra|maneja) (el|nuestro) cliente|gestionad[ao]s? por (el|nuestro) cliente|(el )?(equipo del )?cliente (gestiona|administra|maneja|se encarga de) (iam|el acceso|los accesos|la identidad|las identidades|la seguridad|las credenciales|los permisos|todo|esto)',
  '(o )?cliente (é|são) (o |a )?(único )?responsáve(l|is) (por|pel[ao]s?|de|do|da)|responsabilidade (é )?(do|de nosso) cliente|gerenciad[ao]s? pelo cliente|(o )?(time do |equipe do )?cliente (gerencia|administra|cuida d[eoa]s?|é quem) (o |a |os |as )?(iam|acessos?|identidades?|segurança|credenciais|permissões|tudo|isso)',
];
/** It is not so after all, or is done together. */
export const sharedDuty: readonly string[] = [
  "not (the |our |solely the |only the )?(customer|client)('s)?|jointly|together with us|together|with us|and us|beside us|our (team|engineers|people)|as well as (us|we)|never left",
  'junto con nosotros|conjuntamente|não é|no es|em conjunto|junto conosco',
];

/** Left to be filled in. Case counts. */
export const placeholders: readonly string[] = [
  '\\bTODO\\b(?!\\s+(el|la|los|las|lo|o|a|os|as|acceso|acesso|usuario|usuário|cambio|mudança)\\b)',
  '\\b(TBD|TBC|TBA|FIXME|tbd|tbc|fixme|Tbd|To[ -]do:|to[ -]do:)',
  '(?<![\\w+-])[Xx]{3,}(?![\\w-])',
  '\\?{3,}|_{4,}|\\.{5,}',
  '[Ll]orem ipsum',
  '\\$?\\{\\{?\\s*[\\p{L}_][\\p{L}\\d_ -]{1,40}\\}?\\}',
  '(?<![\\w/:-])<(?!/|https?:|mailto:|br\\b|b>|i>|p>|u>|hr\\b)[\\p{L}][\\p{L}\\d\' _/-]{1,50}>(?![\\w/:-])',
  '\\[(?=[^\\]]*\\b(?:[Nn]ame|NAME|[Cc]ustomer|CUSTOMER|[Cc]lient|CLIENT|[Cc]ompany|COMPANY|[Pp]artner|PARTNER|[Dd]ate|DATE|[Rr]ole|ROLE|[Aa]ccount|ACCOUNT|[Ii]nsert|INSERT|[Yy]our|YOUR|[Tt]bd|TBD|TODO|[Tt]ext|TEXT|[Pp]roject|[Aa]uthor|[Tt]itle|[Nn]umber|[Ff]ill(ed)?|[Ee]mail|[Nn]ombre|[Nn]ome|[Cc]liente|[Ff]echa|[Dd]ata|[Ee]mpresa)\\b)[^\\]\\n]{2,60}\\](?![(\\[:])',
  '^\\W*([Ss]ection |[Tt]ext |[Cc]ontent )?([Pp]ending|[Tt]o follow|[Cc]oming soon)\\W*$|\\b([Dd]escribe|[Ee]xplain|[Ff]ill in|[Aa]dd|[Ww]rite) here\\b','\\b[Ii]nsert (the |your |a |an )?[\\w ]{2,40} here\\b|\\b[Yy]our (company|organi[sz]ation|text|name|customer)(\'s)?( name)?( goes)? here\\b|\\bplaceholder\\b|\\bPLACEHOLDER\\b',
  '\\b(is|are|:|still|yet) (still |yet )?to be (determined|defined|confirmed|decided|completed|advised|announced|filled in|provided|written|agreed|added|documented)( later| soon)?\\W*$|^\\W*[Tt]o be (determined|defined|confirmed|decided|completed|advised|announced|filled in|provided|written|added|documented)\\b',
  '\\b(por definir|por completar|a completar|a preencher|a ser definid[oa]|pendiente de definir)\\b\\W*$',
];

/** Words that leave open whether it is done: to be known, and no obstacle. */
export const hedges: readonly string[] = [
  '(where|when|if|as) (applicable|appropriate|possible|feasible|practical)|wherever possible|whenever possible|as far as possible|best effort',
  'cuando (corresponda|aplique|sea posible)|donde aplique|en lo posible|quando aplicável|onde aplicável|sempre que possível|quando possível',
];
/** A login of which it is not said whose it is. */
export const singleUser: readonly string[] = [
  '(a|one|the) (single|sole) (iam |admin |administrator |administrative )?(user|account|log-?in) for (admin|administrative|administration|administrator|privileged|root|all)( access| tasks| work| purposes)?',
  'un (solo|único) usuario (para|con) (acceso administrativo|la administración|administrar)|um (só|único) usuário (para|com) (acesso administrativo|a administração|administrar)',
];

export type Family = 'keys' | 'shared' | 'nothing' | 'same' | 'customer' | 'placeholder';

/** What to write in its place, once it is true. */
export const rewrites: Readonly<Record<Family, Readonly<Record<Language, string>>>> = {
  keys: {
    'en': 'People and pipelines assume IAM roles and get temporary credentials; a session lasts one hour.',
    'es': 'Las personas y los pipelines asumen roles de IAM y reciben credenciales temporales; una sesión dura una hora.',
    'pt-BR': 'Pessoas e pipelines assumem funções do IAM e recebem credenciais temporárias; uma sessão dura uma hora.',
  },
  shared: {
    'en': 'Every person signs in with an identity and MFA of their own, and every session bears that person’s name.',
    'es': 'Cada persona inicia sesión con su propia identidad y su propio MFA, y cada sesión lleva el nombre de esa persona.',
    'pt-BR': 'Cada pessoa entra com identidade e MFA próprios, e cada sessão leva o nome dessa pessoa.',
  },
  nothing: {
    'en': 'We do it as follows: who, by which role, with which MFA, for how long, and who reviews it.',
    'es': 'Lo hacemos así: quién, con qué rol, con qué MFA, durante cuánto tiempo y quién lo revisa.',
    'pt-BR': 'Fazemos assim: quem, com qual função, com qual MFA, por quanto tempo e quem revisa.',
  },
  same: {
    'en': 'In this customer’s account our engineers follow the same procedure: name the roles, the people and the policy of this example.',
    'es': 'En la cuenta de este cliente nuestros ingenieros siguen el mismo procedimiento: nombre los roles, las personas y la política de este ejemplo.',
    'pt-BR': 'Na conta deste cliente nossos engenheiros seguem o mesmo procedimento: nomeie as funções, as pessoas e a política deste exemplo.',
  },
  customer: {
    'en': 'We design, review and use the roles in the customer’s account by our own procedure; the customer approves each role and each person.',
    'es': 'Diseñamos, revisamos y usamos los roles en la cuenta del cliente según nuestro propio procedimiento; el cliente aprueba cada rol y cada persona.',
    'pt-BR': 'Projetamos, revisamos e usamos as funções na conta do cliente segundo nosso próprio procedimento; o cliente aprova cada função e cada pessoa.',
  },
  placeholder: {
    'en': 'Write the name, date or sentence that belongs here.',
    'es': 'Escriba aquí el nombre, la fecha o la frase que corresponde.',
    'pt-BR': 'Escreva aqui o nome, a data ou a frase que cabe.',
  },
};

/** The same for a statement on one topic. */
export const topicRewrites: Readonly<
  Record<'console' | 'programmatic' | 'temporaryCredentials' | 'federation' | 'leastPrivilege' | 'dedicatedCredentials', Readonly<Record<Language, string>>>
> = {
  console: {
    'en': 'Our engineers sign in with an identity and MFA of their own and switch to the roles named in this document; a session lasts one hour.',
    'es': 'Nuestros ingenieros inician sesión con su propia identidad y MFA y cambian a los roles nombrados en este documento; una sesión dura una hora.',
    'pt-BR': 'Nossos engenheiros entram com identidade e MFA próprios e mudam para as funções nomeadas neste documento; uma sessão dura uma hora.',
  },
  programmatic: {
    'en': 'The AWS CLI and our tools assume the same roles with MFA and get temporary credentials; pipelines assume a role of their own.',
    'es': 'La AWS CLI y nuestras herramientas asumen los mismos roles con MFA y reciben credenciales temporales; los pipelines asumen un rol propio.',
    'pt-BR': 'A AWS CLI e nossas ferramentas assumem as mesmas funções com MFA e recebem credenciais temporárias; os pipelines assumem uma função própria.',
  },
  temporaryCredentials: {
    'en': 'All access is by assumed roles: one-hour sessions, each under the name of the person or of the pipeline’s run.',
    'es': 'Todo acceso es por roles asumidos: sesiones de una hora, cada una con el nombre de la persona o de la ejecución del pipeline.',
    'pt-BR': 'Todo acesso é por funções assumidas: sessões de uma hora, cada uma com o nome da pessoa ou da execução do pipeline.',
  },
  federation: {
    'en': 'The customer’s people come through IAM Identity Center, connected to the customer’s own directory; we set up its groups and permission sets.',
    'es': 'Las personas del cliente entran por IAM Identity Center, conectado a su propio directorio; nosotros configuramos sus grupos y conjuntos de permisos.',
    'pt-BR': 'As pessoas do cliente entram pelo IAM Identity Center, conectado ao diretório do cliente; nós configuramos os grupos e conjuntos de permissões.',
  },
  leastPrivilege: {
    'en': 'Each role names its actions and resources; we compare granted with used permissions every six months and remove what was not used.',
    'es': 'Cada rol nombra sus acciones y recursos; cada seis meses comparamos los permisos otorgados con los usados y quitamos los no usados.',
    'pt-BR': 'Cada função nomeia suas ações e recursos; a cada seis meses comparamos as permissões concedidas com as usadas e removemos as não usadas.',
  },
  dedicatedCredentials: {
    'en': 'Every engineer has a sign-in and an MFA device of their own; every session bears that person’s name.',
    'es': 'Cada ingeniero tiene su propio inicio de sesión y dispositivo MFA; cada sesión lleva el nombre de esa persona.',
    'pt-BR': 'Cada engenheiro tem seu próprio login e dispositivo MFA; cada sessão leva o nome dessa pessoa.',
  },
};
