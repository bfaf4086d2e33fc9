#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(path).unwrap();
    println!("{}", serde_json::to_string(&coincide_eval::debug(&bytes).unwrap()).unwrap());
}
