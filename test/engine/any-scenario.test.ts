/** Random scenarios: the books are honest whatever the user writes. */
import { describeHonestBooks } from './honest-books.ts';

describeHonestBooks(20, 1);
