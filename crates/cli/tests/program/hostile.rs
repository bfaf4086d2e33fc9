//! Pages made to stop a reader, through the whole program. What they do to the reader alone, in time and memory, is tested
//! beside it.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::folder::Folder;

const STORY: &str = "<h1>Barge adrift on the Sorrel</h1><p>A barge broke loose from the quay at Marrowby on Tuesday night and \
    drifted for six hours before a tug caught it above the weir.</p><p>The lock keeper said that every rope had been \
    checked, and that nobody knew how the barge could have torn itself from its quay.</p>";

/// Time for all of them. Tests run side by side and without optimisation.
const LONGEST: Duration = Duration::from_secs(60);

fn pages() -> Folder {
    let folder = Folder::new(&[]);
    let attributes: String = (0..50_000).map(|number| format!(" a{number}=\"{number}\"")).collect();
    for (name, before, after) in [
        ("attributes", format!("<p{attributes}>Photo</p>"), String::new()),
        ("formatting", "<b>".repeat(200_000), String::new()),
        ("links", String::new(), "<li><a href=/x>Weather at the coast</a></li>".repeat(50_000)),
        ("nested", "<div>".repeat(20_000), String::new()),
        ("references", String::new(), "<p>&#xD800;&notit;&#0;&amp".repeat(10_000)),
        (
            "rows",
            "<table><tr><td colspan=4294967297>1".to_owned() + &"<tr><td>2".repeat(20_000) + "</table>",
            String::new(),
        ),
        ("script", format!("<script>{}</script>", "var a = '<p>';\n".repeat(300_000)), String::new()),
        ("word", String::new(), format!("<p>{}", "a".repeat(1_000_000))),
    ] {
        let page = format!("<!doctype html><html lang=en><body>{before}<article>{STORY}</article>{after}");
        folder.add(&format!("in/{name}.html"), page.as_bytes());
    }
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(format!("<!doctype html><html lang=en><body><article>{STORY}</article>").as_bytes()).unwrap();
    packer.write_all(&vec![b' '; 64 << 20]).unwrap();
    folder.add("in/bomb.html.gz", &packer.finish().unwrap());
    folder
}

#[test]
fn every_page_gives_its_article() {
    let folder = pages();
    let start = Instant::now();
    let run = folder.run(&["read", "in", "--jobs", "2"]);
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    assert!(run.status != 101 && !run.told.contains("panicked"), "{}", run.told);
    let articles = run.out.lines().filter(|line| line.contains("tug caught it above the weir")).count();
    assert_eq!((run.out.lines().count(), articles), (9, 9), "{}", run.told);
    assert!(run.told.contains("more than 200 times"), "{}", run.told);
    assert_eq!(folder.run(&["read", "in", "--jobs", "1"]).out, run.out);
}

#[test]
fn a_draft_is_checked_against_them() {
    let folder = pages();
    folder.add("draft.md", b"A barge drifted for six hours before a tug caught it above the weir.");
    let start = Instant::now();
    let run = folder.run(&["check", "draft.md", "in", "--format", "json", "--fail-on", "never"]);
    assert!(start.elapsed() < LONGEST, "{:?}", start.elapsed());
    assert_eq!(run.json()["claims"][0]["verdict"], "supported", "{}", run.told);
}
