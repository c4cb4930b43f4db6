declare namespace App {
  interface Locals {
    /** What is read and searched; there on pages made at request. */
    store: import('@speeches/store').Store
    /** The address that visitors reach the site at, without a slash at its end. */
    origin?: string
  }
}
