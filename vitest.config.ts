import { defineConfig } from 'vitest/config';

/** Files that put another module in the place of one: they load everything for themselves. */
const APART = ['test/cli/plan.test.ts', 'test/cli/authorize-region.test.ts', 'test/cli/optimize.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/build.ts'],
    // One a core: by default one core is left to a user who is not there.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.long.test.ts', ...APART],
          testTimeout: 60_000,
          // Files of one worker share what they load: loading it for each file was a third of the time. No test may keep a state.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, testTimeout: 60_000 } },
    ],
  },
});
