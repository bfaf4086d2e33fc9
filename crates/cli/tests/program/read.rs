//! `read`: every format, what fails, and that neither threads nor the division of inputs change anything.

use std::io::Write;

use crate::folder::{COURIER, Folder, RADIO, Run};

const PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Barge adrift | River FM</title>\
    <meta property=\"og:site_name\" content=\"River FM\">\
    <meta property=\"article:published_time\" content=\"2031-05-07T08:30:00+02:00\"></head><body>\
    <nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li></ul></nav><article>\
    <h1>Barge adrift on the Sorrel &amp; caught</h1>\
    <p>A barge broke loose from the quay at Marrowby on Tuesday night and drifted for six hours before a tug caught it \
    above the weir.</p><h2>Ropes</h2><p>The lock keeper said that *every* rope had been checked, and that nobody knew \
    how the barge could have torn itself from its quay.</p><ul><li>Six hours adrift</li><li>Nobody hurt</li></ul>\
    <blockquote><p>We saw it pass in the dark, without a single light.</p></blockquote>\
    <p>1. May was the last day on which the quay had been inspected, according to the river authority.</p></article>\
    <script>alert(1)</script></body></html>";

/// Pages, texts and lines of all kinds, of which some cannot be read.
fn mixed() -> Folder {
    let folder = Folder::new(&[("in/a.txt", COURIER), ("in/page.html", PAGE), ("in/empty.html", "")]);
    folder.add("in/cut.json", b"{\"text\": \"A barge br");
    let lines: Vec<String> = (0..40)
        .map(|number| match number % 10 {
            7 => "{\"text\": \"cut".to_owned(),
            _ => serde_json::json!({"id": number, "url": format!("https://courier.example/{number}"),
                "text": RADIO.repeat(1 + number % 3)})
            .to_string(),
        })
        .collect();
    folder.add("in/lines.jsonl", lines.join("\n").as_bytes());
    folder
}

#[test]
fn threads_change_nothing() {
    let folder = mixed();
    for format in ["jsonl", "text", "markdown", "html"] {
        let with = |jobs| folder.run(&["read", "in", "--format", format, "--jobs", jobs]);
        let one = with("1");
        assert_eq!(one.status, 2, "{}", one.told);
        for jobs in ["2", "7"] {
            let many = with(jobs);
            assert_eq!((many.out, many.told), (one.out.clone(), one.told.clone()), "{format}");
        }
    }
    for jobs in ["1", "7"] {
        folder.run(&["read", "in", "--output", &format!("{jobs}.parquet"), "--jobs", jobs]);
    }
    let table = |jobs: &str| std::fs::read(folder.path().join(format!("{jobs}.parquet"))).unwrap();
    assert!(table("1").starts_with(b"PAR1"));
    assert_eq!(table("1"), table("7"));
    let annotated = |jobs| folder.run(&["annotate", "in", "--jobs", jobs]).out;
    assert_eq!(annotated("1"), annotated("7"));
}

#[test]
fn failures_are_told_with_their_place_and_counted_last() {
    let run = mixed().run(&["read", "in"]);
    assert_eq!((run.status, run.out.lines().count()), (2, 38));
    let told: Vec<&str> = run.told.lines().collect();
    assert!(told[0].starts_with("error: in/cut.json:1:"), "{}", run.told);
    assert!(told[1].starts_with("error: in/empty.html: "), "{}", run.told);
    assert!(told[2].starts_with("error: in/lines.jsonl:8:"), "{}", run.told);
    assert_eq!(told[6], "error: 6 of 44 inputs could not be read");
    assert!(
        told[7].starts_with("  5  malformed JSON") && told[7].ends_with("(first: in/cut.json:1:20)"),
        "{}",
        run.told
    );
    assert_eq!(told[8], "  1  the input is empty (in/empty.html)");
}

#[test]
fn the_first_failure_ends_a_run_that_is_to_fail_fast() {
    let folder = mixed();
    for flag in ["--fail-fast", "--no-keep-going"] {
        let run = folder.run(&["read", "in", flag]);
        assert_eq!((run.status, run.out.lines().count()), (2, 1), "{}", run.told);
        assert!(run.told.contains("1 of 2 inputs could not be read"), "{}", run.told);
    }
    assert_eq!(folder.run(&["read", "in", "--fail-fast", "--keep-going"]).out.lines().count(), 38);
    assert_eq!(folder.run(&["read", "in/a.txt", "in/page.html", "--fail-fast"]).status, 0);
}

#[test]
fn articles_stay_apart_in_every_format() {
    let folder = Folder::new(&[("a.txt", COURIER), ("page.html", PAGE)]);
    let read = |format| {
        let run = folder.run(&["read", "page.html", "a.txt", "--format", format]);
        assert_eq!((run.status, run.told.as_str()), (0, ""));
        run.out
    };
    assert_eq!(read("jsonl").lines().count(), 2);
    let text = read("text");
    let (page, courier) = text.split_once("\u{c}\n").unwrap();
    assert!(page.starts_with("Barge adrift on the Sorrel & caught\n\n"), "{page}");
    assert_eq!(courier, COURIER);
    let markdown = read("markdown");
    assert_eq!(markdown.matches("---\n").count(), 4, "{markdown}");
    assert!(markdown.contains("\n# Barge adrift on the Sorrel \\& caught\n"), "{markdown}");
    assert!(markdown.contains("\n- Six hours adrift\n- Nobody hurt\n\n> We saw it pass"), "{markdown}");
    let html = read("html");
    assert_eq!(html.matches("<article ").count(), 2);
    assert!(!html.contains("<script") && !html.contains("alert"), "{html}");
}

#[test]
fn the_ending_of_the_output_chooses_the_format() {
    let folder = Folder::new(&[("a.txt", COURIER)]);
    for (name, start) in [
        ("r.jsonl", "{\"schema\""),
        ("r", "{\"schema\""),
        ("r.md", "---\n"),
        ("r.html", "<!DOCTYPE"),
        ("r.txt", "A barge"),
    ] {
        let run = folder.run(&["read", "a.txt", "--output", name]);
        assert!(run.status == 0 && run.out.is_empty(), "{}", run.told);
        assert!(folder.content(name).starts_with(start), "{name}: {:.60}", folder.content(name));
    }
}

#[test]
fn markdown_reads_back_as_the_same_article() {
    let folder = Folder::new(&[("page.html", PAGE)]);
    folder.run(&["read", "page.html", "--output", "page.md"]);
    let (page, again) = (folder.run(&["read", "page.html"]).json(), folder.run(&["read", "page.md"]).json());
    for field in ["title", "outlet", "text", "authors", "language"] {
        assert_eq!(again[field], page[field], "{field}");
    }
    assert_eq!(again["published"]["value"], page["published"]["value"]);
    let kinds = |article: &serde_json::Value| {
        let paragraphs = article["paragraphs"].as_array().unwrap().clone();
        paragraphs.into_iter().map(|paragraph| paragraph["kind"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(kinds(&again), kinds(&page));
}

#[test]
fn a_result_in_a_folder_that_is_read_is_no_input() {
    let folder = Folder::new(&[("in/a.txt", COURIER)]);
    for _ in 0..2 {
        assert_eq!(folder.run(&["read", "in", "--output", "in/all.jsonl"]).status, 0);
        assert_eq!(folder.content("in/all.jsonl").lines().count(), 1);
    }
}

#[test]
fn what_is_said_of_nobody_is_told_at_the_end() {
    let folder = Folder::new(&[("in/a.txt", COURIER)]);
    let run = folder.run(&["read", "in", "--outlet", "b.txt=River FM"]);
    assert!(run.status == 2 && run.told.contains("b.txt"), "{}", run.told);
    assert_eq!(folder.run(&["read", "in", "--outlet", "a.txt=River FM"]).json()["outlet"], "River FM");
}

/// A WARC file with `pages` responses and a request.
fn warc(pages: &[&str]) -> Vec<u8> {
    let mut file = b"WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 3\r\n\r\nGET\r\n\r\n".to_vec();
    for (number, page) in pages.iter().enumerate() {
        let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
        write!(
            file,
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://river-fm.example/{number}\r\n\
             WARC-Date: 2031-05-08T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nContent-Type: \
             application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{http}\r\n\r\n",
            http.len()
        )
        .unwrap();
    }
    file
}

#[test]
fn a_web_archive_gives_its_pages() {
    let folder = Folder::new(&[]);
    folder.add("crawl.warc", &warc(&[PAGE, "<p> </p>", PAGE]));
    let run = folder.run(&["read", "crawl.warc"]);
    assert_eq!((run.status, run.out.lines().count()), (2, 2), "{}", run.told);
    assert!(run.told.starts_with("error: crawl.warc, record 3: "), "{}", run.told);
    assert!(run.told.contains("note: records of archives that are no page: 1 requests"), "{}", run.told);
    assert!(run.told.contains("1 of 3 inputs could not be read"), "{}", run.told);
    let first: serde_json::Value = serde_json::from_str(run.out.lines().next().unwrap()).unwrap();
    assert_eq!(first["url"], "https://river-fm.example/0");
    assert_eq!(first["published"]["value"], "2031-05-07T08:30:00+02:00");
    let standard = Run::of(folder.command(&["read", "-"]).write_stdin(warc(&[PAGE])));
    assert_eq!((standard.status, standard.out.lines().count()), (0, 1), "{}", standard.told);
}
