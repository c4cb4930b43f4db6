type Defined<Value> = { [Key in keyof Value]?: Exclude<Value[Key], undefined> }

/** What is there of an object, without what is not. */
export function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Defined<Value>
}
