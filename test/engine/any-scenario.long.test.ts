/** Random scenarios, hundreds of them. */
import { describeCoverage, describeResults } from './any-scenario-result.ts';
import { describeHonestBooks } from './honest-books.ts';

describeHonestBooks(500, 1000);
describeResults(100, 1000);
describeCoverage(500, 1000);
