import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 60_000,
    // One a core: by default one core is left to a user who is not there.
    maxWorkers: '100%',
  },
});
