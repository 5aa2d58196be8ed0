// Cases, each printed as a line of JSON when it has ended.
export async function run(group, name, body) {
  let error = null;
  try {
    await body();
  } catch (thrown) {
    error = `${thrown.stack ?? thrown}`;
  }
  console.log(JSON.stringify({ group, case: name, error }));
}

export function equal(found, expected, what = "value") {
  const [left, right] = [found, expected].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

// The error that a call is refused with.
export async function refused(call) {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("it is not refused");
}
