fn main() {
    let a: Vec<String> = std::env::args().collect();
    let d = std::fs::read(&a[2]).unwrap(); let s = std::fs::read(&a[3]).unwrap();
    let (d, s) = (stripe_identity_codegen::Input{name:&a[2],bytes:&d}, stripe_identity_codegen::Input{name:"sel",bytes:&s});
    let t = std::time::Instant::now();
    if a[1] == "narrow" { match stripe_identity_codegen::narrow(d, s) { Ok(n) => print!("{}", n.openapi_json), Err(e) => eprintln!("{e}") } return }
    match stripe_identity_codegen::generate(d, s) {
        Ok(tree) => { eprintln!("{:?}", t.elapsed()); for (p, x) in tree.files() { let f = format!("{}/{p}", a[4]); std::fs::create_dir_all(std::path::Path::new(&f).parent().unwrap()).unwrap(); std::fs::write(f, x).unwrap(); } }
        Err(e) => eprintln!("{e}"),
    }
}
