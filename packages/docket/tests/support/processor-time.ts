/** The milliseconds of processor time that some work takes in this thread, however busy the machine is otherwise. */
export function processorTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
