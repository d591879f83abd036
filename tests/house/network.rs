//! Nothing in the tree can reach a network: no crate of `Cargo.lock` is one that does, and no code opens a socket to another host.

use std::fs;

use super::{code, root, rust_files};

/// Crates that speak to other machines, by name or by the beginning of it. `mio`, which crossterm waits with, is not among them:
/// no socket is opened without the code that the other test looks for.
const REACHING: [&str; 33] = [
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "http",
    "h2",
    "h3",
    "quinn",
    "tokio",
    "async-std",
    "smol",
    "socket2",
    "tungstenite",
    "rustls",
    "native-tls",
    "openssl",
    "trust-dns",
    "hickory",
    "libp2p",
    "ssh2",
    "russh",
    "git2",
    "gix-transport",
    "lettre",
    "awc",
    "actix",
    "tonic",
    "zmq",
    "websocket",
];

fn reaches(name: &str) -> bool {
    REACHING.iter().any(|crate_name| {
        let rest = name.strip_prefix(crate_name);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
    })
}

#[test]
fn no_crate_that_reaches_a_network_is_in_the_tree() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let names: Vec<&str> = lock
        .lines()
        .filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(
        names.len() > 100,
        "only {} crates: this test has gone blind",
        names.len()
    );
    let reaching: Vec<&&str> = names.iter().filter(|name| reaches(name)).collect();
    assert!(reaching.is_empty(), "{reaching:?}");
    assert!(reaches("hyper-util") && reaches("tokio") && !reaches("httparser"));
}

#[test]
fn no_code_opens_a_socket_to_another_host() {
    for path in rust_files(&root().join("src")) {
        let text = code(&path);
        for word in [
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "std::net::",
            "ToSocketAddrs",
        ] {
            let stands = text
                .match_indices(word)
                .any(|(at, _)| !text.get(..at).unwrap_or_default().ends_with("os::unix::"));
            assert!(!stands, "{} uses {word}", path.display());
        }
    }
}
