/** What is said of a text that does not read as YAML, JSON or CSV at all. Codes: `io/codes.ts`. */
import { type Message, message } from './message.ts';

const openQuote = [
  'the quotation that opens here is never closed',
  'le texte entre guillemets qui s’ouvre ici n’est jamais refermé',
  ['add the closing quote at the end of the text', 'ajouter le guillemet fermant à la fin du texte'],
] as const;

const commas = [
  'a comma between two entries, like [A, H] or {A: 20, H: 30}',
  'une virgule entre deux éléments, comme [A, H] ou {A: 20, H: 30}',
] as const;

export const SYNTAX_MESSAGES = Object.freeze({
  'document-binary': message('this file is not text', 'ce fichier n’est pas du texte', [
    'is it the right file? A scenario is a .yaml or .json text in UTF-8',
    'est-ce le bon fichier ? Un scénario est un texte .yaml ou .json en UTF-8',
  ]),
  'document-office': message('a .{kind} file is no scenario', 'un fichier .{kind} n’est pas un scénario', [
    'a scenario is a .yaml or .json text; scenarios/ has examples',
    'un scénario est un texte .yaml ou .json ; scenarios/ a des exemples',
  ]),
  'document-syntax': message('not valid YAML or JSON ({rule})', 'ni YAML ni JSON valable ({rule})', [
    'check indentation, colons, brackets and quotes around here',
    'vérifier autour d’ici les retraits, les deux-points, les crochets et les guillemets',
  ]),
  'document-tab': message('a tab is used as indentation', 'une tabulation sert de retrait', [
    'spaces instead, two for each level',
    'des espaces à la place, deux par niveau',
  ]),
  'document-indent': message(
    'this line is not aligned with the others of its part',
    'cette ligne n’est pas alignée sur les autres de sa partie',
    [
      'as many spaces before it as before the other lines of its level',
      'autant d’espaces devant elle que devant les autres lignes de son niveau',
    ],
  ),
  'document-bracket': message(
    '“{bracket}” is missing for what opens here',
    'il manque « {bracket} » pour ce qui s’ouvre ici',
    ['add “{bracket}” at its end', 'ajouter « {bracket} » à la fin'],
  ),
  'document-quote': message(...openQuote),
  'document-colon-twice': message(
    'a second key here, where one value is expected',
    'une seconde clé ici, là où l’on attend une valeur',
    [
      'quotes around a text that holds “: ”, or the key on a line of its own',
      'des guillemets autour d’un texte qui contient « : », ou la clé sur sa propre ligne',
    ],
  ),
  'document-colon-missing': message(
    'a key without its colon and its value',
    'une clé sans ses deux-points ni sa valeur',
    ['a colon, then a space, like “per-week: 100”', 'deux-points, puis une espace, comme « per-week: 100 »'],
  ),
  'document-comma': message(
    'a comma or a space is missing between two entries',
    'il manque une virgule ou une espace entre deux éléments',
    commas,
  ),
  'document-token': message('“{found}” is not expected here', '« {found} » n’est pas attendu ici', [
    'one sign too many, or a text that needs quotes',
    'un signe de trop, ou un texte à mettre entre guillemets',
  ]),
  'document-start': message(
    'a text without quotes cannot begin with “{found}”',
    'un texte sans guillemets ne peut pas commencer par « {found} »',
    ['put the text between quotes', 'mettre le texte entre guillemets'],
  ),
  'document-escape': message(
    '“{found}” means nothing in a text between double quotes',
    '« {found} » ne veut rien dire dans un texte entre guillemets doubles',
    [
      'single quotes, or “\\\\” for each backslash',
      'des guillemets simples, ou « \\\\ » pour chaque barre oblique inverse',
    ],
  ),
  'document-anchor': message(
    'an anchor (&) or an alias (*) is not well written',
    'une ancre (&) ou un alias (*) est mal écrit',
    [
      'one “&name” before a part, and “*name” where it is repeated',
      'un seul « &nom » devant une partie, et « *nom » là où elle se répète',
    ],
  ),
  'document-key-long': message(
    'this key is too long (at most {limit|character|characters})',
    'cette clé est trop longue (au plus {limit|caractère|caractères})',
    ['a shorter key, or quotes around a text', 'une clé plus courte, ou des guillemets autour d’un texte'],
  ),
  'document-block': message(
    'between brackets, something else than entries separated by commas',
    'entre crochets, autre chose que des éléments séparés par des virgules',
    commas,
  ),
  'log-syntax': message('not valid CSV ({rule})', 'CSV non valable ({rule})', [
    'check quotes and separators around here',
    'vérifier autour d’ici les guillemets et les séparateurs',
  ]),
  'log-quote-open': message(...openQuote),
  'log-quote-stray': message('a quote in the middle of a cell', 'un guillemet au milieu d’une cellule', [
    'remove it, or put the whole cell between quotes and double it: ""',
    'l’enlever, ou mettre toute la cellule entre guillemets et le doubler : ""',
  ]),
  'log-separator': message(
    'columns are separated by “{found}”',
    'les colonnes sont séparées par « {found} »',
    ['separate them with ; or with ,', 'les séparer par ; ou par ,'],
  ),
  'log-more': message(
    '{count|more mistake|more mistakes} in this file',
    '{count|autre erreur|autres erreurs} dans ce fichier',
    [
      'mend those above first, they often have one cause',
      'corriger d’abord celles ci-dessus, elles ont souvent une même cause',
    ],
  ),
} satisfies Readonly<Record<string, Message>>);
