/** What to compare with: a fixed loop of plain arithmetic, and SimPy on the same room where it is installed. */
import { spawnSync } from 'node:child_process';

const LOOPS = 100_000_000;

/** Nanoseconds of CPU of one step of a fixed xorshift loop: how fast this machine is at this minute. */
export function calibrationLine(): object {
  let x = 123456789;
  const before = process.cpuUsage();
  for (let i = 0; i < LOOPS; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  const spent = process.cpuUsage(before);
  return {
    calibration: 'xorshift32',
    nanosecondsPerStep: ((spent.user + spent.system) * 1e3) / LOOPS,
    check: x,
  };
}

/** The room of W2 in idiomatic SimPy: a process a customer, a priority resource; one year. */
const SIMPY = `
import json, math, random, time, simpy
order = ["U", "R", "H", "A"]; rate = {"A": 1.6, "H": .8, "R": .1, "U": .7}; mean = {"A": 11, "H": 14, "R": 19, "U": 13}
sg = math.sqrt(math.log(1.36)); env = simpy.Environment(); room = simpy.PriorityResource(env, 1); waits = {k: [] for k in order}
def customer(prio, k, mu, rs):
    t = env.now
    with room.request(priority=prio) as q:
        yield q
        waits[k].append(env.now - t)
        yield env.timeout(rs.lognormvariate(mu, sg))
def source(prio, k, ra, rs):
    lam = rate[k] / 60; mu = math.log(mean[k]) - sg * sg / 2
    while True:
        yield env.timeout(ra.expovariate(lam))
        env.process(customer(prio, k, mu, rs))
c0 = time.process_time()
for prio, k in enumerate(order):
    env.process(source(prio, k, random.Random(10 + prio), random.Random(20 + prio)))
env.run(until=525600)
cpu = time.process_time() - c0; n = sum(map(len, waits.values()))
print(json.dumps({"engine": "simpy-" + simpy.__version__, "workload": "W2, one year", "passages": n, "cpuSeconds": cpu, "passagesPerCpuSecond": round(n / cpu)}))
`;

/** One line a peer; a peer that is not installed says so, loudly, on stderr. */
export function peerLines(): object[] {
  const run = spawnSync('/usr/bin/python3', ['-c', SIMPY], { encoding: 'utf8', timeout: 120_000 });
  if (run.status === 0) return [JSON.parse(run.stdout) as object];
  process.stderr.write(
    'SKIPPED: SimPy is not installed (Debian: python3-simpy3); no peer is timed beside.\n',
  );
  return [];
}
