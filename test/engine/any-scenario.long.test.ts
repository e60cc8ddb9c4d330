/** Random scenarios, a thousand of them. */
import { describeCoverage, describeResults } from './any-scenario-result.ts';
import { describeHonestBooks } from './honest-books.ts';

describeHonestBooks(1000, 1000);
describeResults(300, 1000);
describeCoverage(1000, 1000);
