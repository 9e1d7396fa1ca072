using System.Net;
using Ingest.Network;

namespace Ingest.Tests.Network;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")] // carrier-grade NAT
    [InlineData("100.100.100.200")] // metadata of one cloud
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("168.63.129.16")] // Azure's platform address
    [InlineData("169.254.169.254")] // metadata of most clouds
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.192")]
    [InlineData("192.0.2.1")]
    [InlineData("192.88.99.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.19.255.255")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.255")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::7f00:1")] // IPv4-compatible
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")] // no resolver answers with a mapped form
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")] // NAT64
    [InlineData("64:ff9b:1::1")]
    [InlineData("100::1")]
    [InlineData("2001::1")] // Teredo
    [InlineData("2001:2::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")] // 6to4 of 127.0.0.1
    [InlineData("3fff::1")]
    [InlineData("4000::1")] // not given out
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void An_address_that_is_not_public_is_refused(string address) =>
        Assert.NotNull(AddressRules.Objection(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("168.63.129.17")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4001::1")]
    public void A_public_address_is_none_of_them(string address) =>
        Assert.Null(AddressRules.Objection(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://asianews.network/feed/")]
    [InlineData("http://www.phnompenhpost.com/national/x?page=1")]
    [InlineData("http://bücher.example/")]
    [InlineData("http://news.example:443/")]
    [InlineData("http://8.8.8.8/")]
    [InlineData("http://metadata-news.example/")]
    public void A_public_site_is_asked(string address) => Assert.Null(Rules().Objection(new Uri(address)));

    [Theory]
    [InlineData("ftp://news.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://news.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://news.example:8080/")]
    [InlineData("http://news.example:22/")]
    [InlineData("http://user@news.example/")]
    [InlineData("http://user:word@news.example/")]
    [InlineData("http://news.example@127.0.0.1/")]
    [InlineData(@"http:\\127.0.0.1/")]
    [InlineData(@"http://news.example/\elsewhere.example/")]
    [InlineData("http://news.example/a\tb")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.0.0.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://LOCALHOST./")]
    [InlineData("http://a.localhost/")]
    [InlineData("http://intranet/")]
    [InlineData("http://metadata/")]
    [InlineData("http://metadata.google.internal/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://1.0.0.127.in-addr.arpa/")]
    public void An_address_that_leads_elsewhere_is_refused_by_its_form(string address) => Assert.NotNull(Rules().Objection(new Uri(address)));

    [Theory]
    [InlineData("http://intranet:8080/", true)]
    [InlineData("https://INTRANET:8080/", true)]
    [InlineData("http://127.0.0.1:7072/feed/", true)]
    [InlineData("http://intranet/", false)]
    [InlineData("http://127.0.0.1:7073/", false)]
    [InlineData("http://user@intranet:8080/", false)]
    [InlineData("ftp://intranet:8080/", false)]
    public void The_operator_allows_endpoints_by_host_and_port(string address, bool allowed) =>
        Assert.Equal(allowed, Rules("intranet:8080", "127.0.0.1:7072").Objection(new Uri(address)) is null);

    [Theory]
    [InlineData("intranet")]
    [InlineData("http://intranet:80")]
    [InlineData("intranet:80/feed")]
    [InlineData("user@intranet:80")]
    [InlineData("intranet:port")]
    [InlineData("")]
    public void A_setting_that_is_no_host_and_port_is_named_at_start(string host)
    {
        var checkedOptions = new NetworkOptionsCheck().Validate(null, new NetworkOptions { AllowedHosts = [host] });

        Assert.True(checkedOptions.Failed);
        Assert.Contains("Network:AllowedHosts", checkedOptions.FailureMessage);
    }

    private static AddressRules Rules(params string[] allowed) => new(allowed);
}
