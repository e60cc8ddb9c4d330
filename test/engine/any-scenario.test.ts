/** Random scenarios: the books are honest whatever the user writes, and the result is one to print. */
import { describeCoverage, describeResults } from './any-scenario-result.ts';
import { describeHonestBooks } from './honest-books.ts';

describeHonestBooks(20, 1);
describeResults(10, 1);
describeCoverage(120, 1);
