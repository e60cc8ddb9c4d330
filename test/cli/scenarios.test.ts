import { LANGUAGES } from '../../src/report/language.ts';
import { expectScenarios } from './expect-scenarios.ts';

expectScenarios('scenarios', LANGUAGES);
