import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 60_000,
    // One a core: by default one core is left to a user who is not there.
    maxWorkers: '100%',
    // Files of one worker share what they load: loading it for each file was a third of the time. No test may keep a state.
    isolate: false,
  },
});
