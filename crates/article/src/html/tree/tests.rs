use super::*;

/// The tree of a page in brackets: each element with what it holds.
fn shape(page: &str) -> String {
    let tree = Tree::parse(&Text::identical(page, 0), Span::new(0, page.len()), 0);
    let mut shape = String::new();
    for event in tree.events() {
        match event {
            Event::Open(at) => shape += &format!("({}", format!("{:?}", tree.elements[at].name).to_lowercase()),
            Event::Close(_) => shape.push(')'),
            Event::Piece(at) => shape += &format!(" {}", tree.text.slice(tree.pieces[at].span()).trim()),
        }
    }
    shape.strip_prefix("(page").and_then(|shape| shape.strip_suffix(')')).unwrap_or_default().to_owned()
}

#[test]
fn end_tags_that_pages_leave_out() {
    for (page, expected) in [
        ("<p>one<p>two", "(p one)(p two)"),
        ("<p>one<div>two</div>three", "(p one)(div two) three"),
        ("<p><b>one<div>two</div>", "(p(b one))(div two)"),
        ("<ul><li>one<li>two<ul><li>three</ul><li>four</ul>five", "(ul(li one)(li two(ul(li three)))(li four)) five"),
        ("<dl><dt>a<dd>b<dt>c</dl>", "(dl(dt a)(dd b)(dt c))"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "(table(tr(td a)(td b))(tr(td c))) d"),
        ("<table><tr><td><table><tr><td>a</table>b<td>c</table>", "(table(tr(td(table(tr(td a))) b)(td c)))"),
        ("<head><title>t</title><p>one", "(head(title t))(p one)"),
        ("<html><head><meta content=a><body><p>one", "(html(head(meta))(body(p one)))"),
        ("<h2>one<h3>two</h3>", "(h2 one)(h3 two)"),
        ("<button><p>one</button>two", "(button(p one)) two"),
        ("<p>one<button><p>two</button>", "(p one(button(p two)))"),
    ] {
        assert_eq!(shape(page), expected, "{page}");
    }
}

#[test]
fn end_tags_that_close_too_much_or_nothing() {
    for (page, expected) in [
        ("<div><table><tr><td></div>one</table></div>two", "(div(table(tr(td one)))) two"),
        ("<div><span>one</div>two", "(div(span one)) two"),
        ("<span><div>one</span>two</div>", "(span(div one two))"),
        ("<a><h3>one</a>two</h3>three", "(a(h3 one)) two three"),
        ("</p></div>one</b>", " one"),
        ("<div>one</body></html><p>two", "(div one(p two))"),
        ("<x-box>one<x-in>two</x-box>three", "(other one(other two)) three"),
        ("<p>one<br>two<br/>three<img src=a>four", "(p one(br ) two(br ) three(img) four)"),
        ("<b><i>one</b>two</i>three", "(b(i one)) two three"),
    ] {
        assert_eq!(shape(page), expected, "{page}");
    }
}

#[test]
fn attributes_are_those_of_their_element() {
    let page = "<div class=a id='b' onclick=c data-date=\"1 &amp; 2\"><p hidden>x</p><p style='DISPLAY : none'>y<i class=a class=b>";
    let tree = Tree::parse(&Text::identical(page, 0), Span::new(0, page.len()), 0);
    let all: Vec<_> = tree.attributes(1).collect();
    assert_eq!(all, [(Attribute::Class, "a"), (Attribute::Id, "b"), (Attribute::DataTime, "1 & 2")]);
    assert!(tree.elements[2].hidden && tree.elements[3].hidden && !tree.elements[1].hidden);
    assert_eq!(tree.attribute(4, Attribute::Class), Some("a"));
    assert_eq!(tree.attribute(2, Attribute::Class), None);
}

#[test]
fn pieces_lead_back_to_the_page() {
    let page = "<div>\n  <p>Caf&eacute; <b>&amp;</b> bar</p>\n</div><script>var a</script>tail";
    let tree = Tree::parse(&Text::identical(page, 0), Span::new(0, page.len()), 0);
    assert_eq!(tree.words(0), "Café & bar tail");
    assert_eq!(tree.scripts.iter().map(|(_, span)| span.of(page)).collect::<Vec<_>>(), ["var a"]);
    let below: Vec<_> = tree.pieces.iter().map(|piece| tree.text.source(piece.span()).unwrap().of(page)).collect();
    assert_eq!(below, ["Caf&eacute; ", "&amp;", " bar", "tail"]);
}

#[test]
fn nesting_is_bounded() {
    let page = format!("{}deep", "<div>".repeat(20_000));
    let tree = Tree::parse(&Text::identical(page.as_str(), 0), Span::new(0, page.len()), 0);
    assert!(tree.ancestors(tree.elements.len() - 1).count() <= DEEPEST);
    assert_eq!(tree.words(0), "deep");
}
