/** What each language asks of a text: its words, its signs, its spaces, and that the other side says the same. */
import type { Pair } from './walk.ts';

/** One thing that is wrong with a text, in a few words; null when nothing is. */
export type Rule = (pair: Pair) => string | null;

const HOLE = /\$\{[^}]*\}/g;
const FILLED = /\{[a-zA-Z][a-zA-Z0-9]*(?::[a-z]+)?(?:\|([^|}]*)\|([^|}]*))?\}/g;

/** Words to read: plural forms are kept, the names of values are not. */
const readable = (text: string): string =>
  text.replace(HOLE, ' … ').replace(FILLED, (_, one = '', many = '') => ` ${one} ${many} `);

/** What is written as a machine reads it: between quotes of any kind, options, keys, files, addresses, commands. */
const CODE = [
  /\$\w+=\S*/g,
  /“[^”]*”/g,
  /«[^»]*»/g,
  /"[^"]*"/g,
  /`[^`]*`/g,
  /\([a-z]+\)/g,
  /--[a-z-]+/g,
  /\bcreneau [a-z]+ [a-z]+\b/g,
  /\b[\w-]+[./][\w./-]+/g,
  /\b[\w-]+\/(?=\s|$)/g,
  /JSON Schema/g,
  /\b[A-Z]+_[A-Z]+\b/g,
  /# yaml-language-server\S*/g,
];

/**
 * The words of a text that are language, in small letters.
 * @example wordsOf('les « weights » de --weeks') // ['les', 'de']
 */
export function wordsOf(text: string): readonly string[] {
  const plain = CODE.reduce((rest, code) => rest.replace(code, ' , '), readable(text));
  return plain.toLowerCase().match(/[\p{L}]+(?:-[\p{L}]+)*/gu) ?? [];
}

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** English words that are no French ones. */
const ENGLISH = listed(`
  the of is are was were be been being and or not with without which what when where who whose that this these
  those must may can cannot could should would will shall has have had does do did its their they them it he she
  we you your from into onto than then there here how why if else only every each any all some no none never
  always at by for to in out over under above below between after before again more less fewer most least both
  either neither nor same other another until while because so as up down one two three week weeks day days hour
  hours month months year years first last next slot delay delays device devices flow flows room appointment
  appointments booked waiting opening given known unknown folder line row column value values number numbers
  list key missing wrong written use used
`);

/** French words that are no English ones. */
const FRENCH = listed(`
  le la les un une des du de au aux et ou ni est sont été être avoir ont avec sans que qui dont où ce cet cette
  ces son sa ses leur leurs il elle ils elles ne pas moins très dans sur sous chez vers entre pour par comme
  aussi mais donc chaque tous toutes tout toute aucun aucune rien jamais toujours si selon depuis pendant après
  avant jour jours semaine semaines heure heures mois ans délai délais durée durées appareil appareils fichier
  dossier ligne colonne valeur nombre liste clé manque trop faut doit peut deux trois premier première dernier
  examen examens lundi mardi mercredi jeudi vendredi samedi dimanche
`);

const among = (text: string, words: ReadonlySet<string>): readonly string[] =>
  wordsOf(text).filter((word) => words.has(word));

const told = (what: string, words: readonly string[]): string | null =>
  words.length === 0 ? null : `${what}: ${words.join(', ')}`;

/** Words that need an accent and have none, as they come in this field; none is a French word as it stands. */
const ACCENTLESS = listed(`
  duree durees delai hopital hopitaux hospitalise hospitalises francais francaise etre meme memes deja tres
  apres annee annees journee premiere derniere troisieme deuxieme reservee reservees numero cle cles modele
  systeme probleme repertoire ecrire ecrit ecart echelle echantillon element elements eleve elevee energie
  equipe equipes equipement equipements etablissement etablissements etape etat etude evenement frequence
  generale heberge identite inferieur interet irregulier medecin medecins mediane methode necessaire parametre
  parametres periode presence priorite probabilite proprietaire qualite quantite reanimation recu reference
  region regions regle regles remplacee repartition repetition reseau resultat resultats reussi scenario
  scenarios schema seance securite selectionne serie simule simulee specialite superieur theorique unite variete
  verifier verification zero decembre fevrier aout acces anesthesie demarrage depart departs depasse declinees
  desactive difference differences debut debordement decimale defaut defauts developpe emboite equilibre etend
  fermee geographique hypothese hypotheses incoherent independant independantes interieur inoccupe liberale
  liberales maniere medicale metre numeros operation opere ordonnee penurie precedent prevue prevus privee
  proposee prealable reel reelle regime reparation replication replications reponse reponses requete restee role
  seche supposee supprime temoin trouvee validee
`);

/** `a l’`, `a la` with `à` meant cannot be told from the verb; these can. */
const A_MEANT =
  /(?:^|\s)(?:jusqu’a|grace a|a partir|a cote|quant a|a l’aide|a nouveau|a la fois|a peine)(?![\p{L}])/iu;

/** Each language has the words of its own. */
export const languageOfWords: Rule = ({ en, fr }) =>
  told('English words in French', among(fr, ENGLISH)) ?? told('French words in English', among(en, FRENCH));

/** French words carry their accents. */
export const accents: Rule = ({ fr }) =>
  told('an accent is missing', among(fr, ACCENTLESS)) ??
  told(
    'an accent is missing',
    (readable(fr).match(A_MEANT) ?? []).map((found) => found.trim()),
  );

/** Signs of a text as it is read, without what a machine reads (`a: 1`, `00:00`), and quotation marks left in. */
const signsOf = (text: string): string =>
  [/"[^"]*"/g, /`[^`]*`/g, /\{[\p{L}-]+: [^}]*\}/gu, /\b[a-z-]+: \d+/g, /# yaml\S*/g].reduce(
    (rest, code) => rest.replace(code, 'x'),
    text
      .replace(/\$\{THIN\}/g, ' ')
      .replace(HOLE, 'x')
      .replace(FILLED, (_, one = 'x', many = 'x') => `${one} ${many}`),
  );

const withoutQuoted = (text: string): string =>
  signsOf(text)
    .replace(/«[^»]*»/g, '« x »')
    .replace(/“[^”]*”/g, '“x”');

/** French: ’ « » and a space before ; : ! ? % */
export const frenchSigns: Rule = ({ en, fr }) => {
  // A command or a pattern, as the other language writes it.
  if (en === fr) return null;
  const text = signsOf(fr);
  if (/\p{L}'\p{L}/u.test(text)) return 'French apostrophe is ’';
  if (/[“”]/.test(text)) return 'French quotation marks are « »';
  if (/«(?! )|(?<! )»/.test(text)) return 'a space inside « »';
  if (/(?<=[^\s:])[;!?](?=\s|$)/.test(withoutQuoted(fr))) return 'a space before ; ! ? in French';
  if (/[\p{L}\p{N})»”]:(?=\s|$)/u.test(withoutQuoted(fr))) return 'a space before : in French';
  if (/[\p{N}\p{L})]%/u.test(withoutQuoted(fr))) return 'a space before % in French';
  return null;
};

/** English: “ ” and no space before a sign. */
export const englishSigns: Rule = ({ en }) => {
  const text = signsOf(en);
  if (/\p{L}'\p{L}/u.test(text)) return 'English apostrophe is ’';
  if (/[«»]/.test(text)) return 'English quotation marks are “ ”';
  if (/“\s(?!”)|(?<!: |- )(?<=\s)”/.test(text)) return 'no space inside “ ”';
  if (/(?<=\S) [;:!?%](?=[\s,.)]|$)/.test(withoutQuoted(en))) return 'no space before a sign in English';
  if (/\d \d{3}(?!\d)/.test(text)) return 'a comma between thousands in English';
  return null;
};

/** No two spaces between words. */
export const spaces: Rule = ({ en, fr }) =>
  [en, fr].some((text) => /\S {2,}\S/.test(text.replace(/\n\s*/g, '\n'))) ? 'two spaces' : null;

const SHORTENED = /\b(etc|sem|manip|fig)\./g;

const endOf = (text: string): string =>
  /[.!?:;,…]*$/.exec(
    withoutQuoted(text)
      .replace(SHORTENED, '$1')
      .replace(/\s+(?=[.!?:;,…])/g, '')
      .replace(/[\s)]+$/, ''),
  )?.[0] ?? '';

/** A sentence on one side is a sentence on the other; a sign alone is no sentence. */
export const sameEnd: Rule = ({ en, fr }) =>
  endOf(en) === endOf(fr) || !/\p{L}{2}/u.test(en) ? null : `ends in “${endOf(en)}” and in “${endOf(fr)}”`;

const valuesOf = (text: string): readonly string[] => [
  ...[...text.replace(HOLE, '').matchAll(FILLED)].map(
    ([whole]) => /^\{[a-zA-Z0-9]+(?::[a-z]+)?/.exec(whole)![0],
  ),
  ...[...text.matchAll(HOLE)].map(([whole]) => whole).filter((hole) => /^\$\{[\w.#*]+\}$/.test(hole)),
];

/** The same values on both sides, of the same kinds. Each is named once: a value twice on one side is no fault. */
export const sameValues: Rule = ({ en, fr }) => {
  // `THIN` is the space before a French sign.
  const names = (text: string) => [...new Set(valuesOf(text).filter((name) => !/THIN/.test(name)))].sort();
  const [left, right] = [names(en), names(fr)];
  return left.join() === right.join() ? null : `values differ: ${left.join(' ')} / ${right.join(' ')}`;
};

const pluralsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)(?::[a-z]+)?\|[^|}]*\|[^}]*\}/g)].map((match) => match[1]!);

/** Words that do not change with the number before them. */
const INVARIABLE = /^ (?:fois|measured|calibrated|assumed|missed|not (?:listed|comparable))(?!\p{L})/u;

const isInvariable = (text: string, name: string): boolean =>
  text
    .split(`{${name}}`)
    .slice(1)
    .some((after) => INVARIABLE.test(after));

/** A number counted with a noun in one language is counted with one in the other. */
export const samePlurals: Rule = ({ en, fr }) => {
  const [left, right] = [new Set(pluralsOf(en)), new Set(pluralsOf(fr))];
  const alone = [...left, ...right].filter(
    (name) => !(left.has(name) && right.has(name)) && !isInvariable(en, name) && !isInvariable(fr, name),
  );
  return told('counted on one side only', alone);
};

/** A text is there in both languages. */
export const present: Rule = ({ en, fr }) =>
  en.trim() === '' && fr.trim() === ''
    ? 'empty'
    : en.trim() === ''
      ? 'no English'
      : fr.trim() === ''
        ? 'no French'
        : null;

/** Words written alike in both languages, by what they are. */
const ALIKE = {
  'units and patterns': 'min minutes point points hh mm id auto en fr',
  'words of a command line': 'creneau simulate options',
  'words that are French and English': `figure fig note type source position horizon site sites machines indications
    passages vacations maintenance injection condition zone total`,
  'names of laws': 'gamma weibull j-qpd-s j-qpd-b',
  'proper names and signs': 'anap armistice icr ok île-de-france',
} as const;

/** @example ALIKE_WORDS.has('horizon') // true */
export const ALIKE_WORDS: ReadonlySet<string> = listed(Object.values(ALIKE).join(' '));

/** Two languages, two texts; commands, patterns and the words above aside. */
export const different: Rule = ({ en, fr }) =>
  en === fr && wordsOf(en).some((word) => word.length > 1 && !ALIKE_WORDS.has(word))
    ? 'the same in both languages'
    : null;

export const RULES: Readonly<Record<string, Rule>> = Object.freeze({
  present,
  different,
  sameValues,
  samePlurals,
  languageOfWords,
  accents,
  frenchSigns,
  englishSigns,
  spaces,
  sameEnd,
});
