import { expectScenarios } from './expect-scenarios.ts';

expectScenarios('scenarios/theory', ['en']);
