/** Random scenarios, a thousand of them. */
import { describeHonestBooks } from './honest-books.ts';

describeHonestBooks(1000, 1000);
