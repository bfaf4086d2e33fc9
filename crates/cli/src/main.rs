//! The program `coincide`.

fn main() {}
