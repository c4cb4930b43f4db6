declare namespace App {
  interface Locals {
    /** What is read and searched; there on pages made at request. */
    store: import('@speeches/store').Store
  }
}
