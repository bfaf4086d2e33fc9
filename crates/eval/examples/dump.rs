#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout)]
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(path).unwrap();
    for (d, doc) in coincide_eval::outcomes(&bytes).unwrap().iter().enumerate() {
        println!("### {d}");
        for s in doc {
            let mark = if s.label == s.verdict { " " } else { "X" };
            println!(
                "{mark} {:?} -> {:?} {:.2} {:?} | {}",
                s.label,
                s.verdict,
                s.score.unwrap_or(-1.0),
                s.findings,
                s.text
            );
        }
    }
    println!("{}", coincide_eval::drafts("drafts", &bytes).unwrap());
}
