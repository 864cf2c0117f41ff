/** What a function of the library, which knows the console only, would print. */
export function printed(write: () => void): string {
  const { log } = console;
  let text = '';
  console.log = (line: unknown) => {
    text += `${String(line)}\n`;
  };
  try {
    write();
  } finally {
    console.log = log;
  }
  return text;
}
