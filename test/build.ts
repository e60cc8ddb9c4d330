/** Before any test: the program is built, since worker threads run the built worker. */
import { execFileSync } from 'node:child_process';

export default function build(): void {
  execFileSync(process.execPath, ['build.js'], { stdio: 'inherit' });
}
